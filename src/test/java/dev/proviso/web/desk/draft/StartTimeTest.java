package dev.proviso.web.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.publication.Refused;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StartTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void a_start_is_written_with_the_offset_of_its_zone() {
        assertThat(StartTime.of("2030-01-01", "", SHANGHAI).written()).isEqualTo("2030-01-01T00:00:00+08:00");
        assertThat(StartTime.of("2030-07-01", "09:30", ZoneId.of("Europe/Berlin"))
                        .written())
                .isEqualTo("2030-07-01T09:30:00+02:00");
        assertThat(StartTime.of("", "", SHANGHAI).written()).isEqualTo("on-publication");
    }

    @Test
    void what_is_no_day_is_said() {
        assertThatThrownBy(() -> StartTime.of("soon", "", SHANGHAI))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("\"soon\" is no day");
    }
}
