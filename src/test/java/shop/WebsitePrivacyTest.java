package shop;

import dev.proviso.testing.Person;
import dev.proviso.testing.PolicyTest;
import dev.proviso.testing.PolicyUnderTest;
import dev.proviso.testing.RuleTestFiles;
import dev.proviso.testing.TestQuestion;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a build that is not this one would have; it runs here, and from the artifact alone. */
@PolicyTest("website-privacy")
class WebsitePrivacyTest {

    private static final Person MING = Person.livingIn("CN").born("1986-03-01");
    private static final Person ANA = Person.livingIn("PE").born("1986-03-01");

    @Test
    void nobody_who_has_not_agreed_is_sent_promotional_email(PolicyUnderTest policy) {
        promotion(policy).user(ANA).answer().isDeniedBy("7(1)");
    }

    @Test
    void whoever_has_agreed_is_and_can_object_in_every_message(PolicyUnderTest policy) {
        Person agreed = ANA.consented("2021-11-15T00:00:00+08:00", "marketing.messages.email");

        promotion(policy).user(agreed).answer().isPermittedBy("2.2(4)#2").hasObligation("opt-out-in-message");
        promotion(policy)
                .user(agreed.objected("2021-11-25T00:00:00+08:00", "marketing"))
                .answer()
                .isDeniedBy("7(2)");
    }

    @Test
    void where_nobody_knows_how_old_someone_is_the_answer_stays_open(PolicyUnderTest policy) {
        policy.at("2021-12-01T10:00:00+08:00")
                .mayCollect("contact.email")
                .from("direct")
                .forPurpose("service.registration")
                .user(Person.livingIn("PE"))
                .answer()
                .isMissing("user.birthDate")
                .is("INDETERMINATE by 5(1)");
    }

    @Test
    void the_law_decides_beside_the_policy(PolicyUnderTest policy) {
        policy.at("2021-12-01T10:00:00+08:00")
                .mayTransfer("contact.email")
                .from("direct")
                .forPurpose("service.requested")
                .with("destination", "US")
                .safeguards()
                .user(MING)
                .answer()
                .isDeniedBy("law-cn 5(3)");
    }

    @Test
    void each_version_answers_for_itself(PolicyUnderTest policy) {
        TestQuestion before = policy.version("2016-01-14")
                .at("2021-12-01T10:00:00+08:00")
                .mayDisclose("contact.email")
                .to("processor", "CN")
                .from("direct")
                .forPurpose("order.processing")
                .user(MING);

        before.answer().isDeniedBy("3.1(2)");
    }

    @TestFactory
    Stream<DynamicNode> documents_answer_as_their_tests_say() {
        return RuleTestFiles.in("policies");
    }

    private static TestQuestion promotion(PolicyUnderTest policy) {
        return policy.at("2021-12-01T10:00:00+08:00")
                .mayUse("contact.email")
                .from("direct")
                .forPurpose("marketing.messages.email");
    }
}
