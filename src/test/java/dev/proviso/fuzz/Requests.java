package dev.proviso.fuzz;

import dev.proviso.api.Description;
import java.util.List;

/** All requests of a seed, by their numbers. */
final class Requests {

    private static final double OF_DESK = 0.35;
    private static final double DAMAGED = 0.45;
    private static final List<Damage> DAMAGES = List.of(Damage.values());

    private final ApiRequests api;
    private final DeskRequests desk;
    private final Sessions sessions;

    Requests(Description description, Sessions sessions) {
        this.api = new ApiRequests(description);
        this.desk = new DeskRequests();
        this.sessions = sessions;
    }

    Attempt get(long seed, int number) {
        Chance chance = new Chance(seed, number);
        Attempt attempt = chance.happens(OF_DESK) ? desk.next(chance, sessions) : api.next(chance);
        while (chance.happens(DAMAGED)) {
            chance.one(DAMAGES).to(attempt, chance);
        }
        return attempt;
    }
}
