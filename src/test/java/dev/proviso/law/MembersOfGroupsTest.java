package dev.proviso.law;

import static dev.proviso.Asking.of2016;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;

/** The European Economic Area has members, and had others: data moves freely within it on the days on which both are in. */
class MembersOfGroupsTest {

    private static Asking sending(String from, String to) {
        return of2016().sending("contact.email", to)
                .forPurpose("service.requested")
                .heldIn(from)
                .under();
    }

    @Test
    void croatia_joins() {
        // Before the policy began, only a consent can be deemed to have been given.
        Asking sending = sending("HR", "DE").deemedToConsent("service.requested", "transfer");
        sending.on("2014-04-11").isOpenFor("table:transfers/HR/DE");
        sending.on("2014-04-12").isPermittedBy("5.1(1)");
    }

    @Test
    void the_united_kingdom_leaves() {
        sending("DE", "GB").on("2020-12-31").isPermittedBy("5.1(1)");
        sending("GB", "DE").on("2020-12-31").isPermittedBy("5.1(1)");
        // A bridge was built until the adequacy decision of 28 June 2021, and that is what opens the way now.
        sending("DE", "GB").on("2021-01-01").isPermittedBy("5.1(1)");
        sending("GB", "US").on("2020-12-31").isDeniedBy("law-eu 6(2)");
        sending("GB", "US").on("2021-01-01").isDeniedBy("law-gb 5(1)");
    }
}
