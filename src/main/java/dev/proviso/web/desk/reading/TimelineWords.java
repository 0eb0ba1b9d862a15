package dev.proviso.web.desk.reading;

import dev.proviso.decision.GoverningPeriod;
import dev.proviso.decision.GoverningVersion;
import dev.proviso.web.desk.DeskWords;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.ZoneId;

/** How the timeline puts why a version governed: {@code governed:why(stretch, zone)}. */
@TemplateExtension(namespace = "governed")
final class TimelineWords {

    private TimelineWords() {}

    static String why(GoverningPeriod stretch, ZoneId zone) {
        TimelineMessages say = MessageBundles.get(TimelineMessages.class);
        GoverningVersion governing = stretch.governing();
        String start = DeskWords.day(governing.notice().start(), zone);
        if (governing.because() instanceof GoverningVersion.ByUse by) {
            return say.boundByUse(DeskWords.moment(by.use(), zone), start);
        }
        if (governing.because() instanceof GoverningVersion.ByAcceptance by) {
            return say.boundByAcceptance(DeskWords.moment(by.acceptance().at(), zone), start);
        }
        return say.boundByNothing(start);
    }
}
