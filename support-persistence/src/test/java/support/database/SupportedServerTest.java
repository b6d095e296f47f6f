package support.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportedServerTest {
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void a_desk_runs_on_these_versions(int version) {
        assertThatCode(() -> SupportedServer.checkVersion(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14, 19})
    void a_desk_refuses_other_versions_in_one_sentence(int version) {
        assertThatThrownBy(() -> SupportedServer.checkVersion(version))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessage("The database is PostgreSQL %d: the desk runs on PostgreSQL 15 to 18.", version);
    }
}
