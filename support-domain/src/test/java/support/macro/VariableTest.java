package support.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What prepared texts leave open. */
class VariableTest {
    private static final Map<Variable, String> VALUES =
            Map.of(Variable.CUSTOMER_NAME, "Ada $1 \\ {{due}}", Variable.TICKET_NUMBER, "SUP-7");

    @Test
    void each_place_gets_its_value_and_no_value_is_read_again() {
        assertThat(Variable.fill("Dear {{customer.name}}, {{ ticket.number }} and {{ticket.number}}", VALUES))
                .isEqualTo("Dear Ada $1 \\ {{due}}, SUP-7 and SUP-7");
        assertThat(Variable.fill("{{due}} {{nonsense}} {{", VALUES)).isEqualTo("{{due}} {{nonsense}} {{");
    }

    @ParameterizedTest
    @CsvSource({
        "Dear {{customer.nam}}, customer.nam, CUSTOMER_NAME",
        "{{due}} {{tiket.numbr}}, tiket.numbr, TICKET_NUMBER",
        "{{Agent.Name}}, Agent.Name, AGENT_NAME",
        "{{dew}}, dew, DUE"
    })
    void an_unknown_name_is_told_with_the_nearest_that_is_known(String text, String name, Variable nearest) {
        assertThat(Variable.unknownIn(text)).contains(new Variable.Unknown(name, nearest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{{customer.name}} {{ due }}", "{customer}", "{{", "}}", "{{ not closed", "{{a\n{b}}"})
    void other_braces_are_text(String text) {
        assertThat(Variable.unknownIn(text)).isEmpty();
    }
}
