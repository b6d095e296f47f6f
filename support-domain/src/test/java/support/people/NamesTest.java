package support.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and addresses that are taken, and those that could deceive. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Brook",
                "Jürgen Müller-Lüdenscheidt",
                "Łukasz",
                "Анна Петрова",
                "山田 太郎",
                "サトウ 健 Ken",
                "O'Neil",
                "J. R. R.",
                "محمد"
            })
    void names_of_one_alphabet_are_names(String name) {
        assertThat(PersonName.of(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada@desk.example",
                "Аda",
                "Adа Brook",
                "Two\nLines",
                "nul\0",
                "turned\u202Eround",
                "zero\u200Bwidth",
                "tab\there"
            })
    void what_could_deceive_is_no_name(String name) {
        assertThat(PersonName.of(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quist & Sons", "株式会社 ABC", "ООО Siemens", "3M", "Müller GmbH & Co. KG"})
    void organisations_may_mix_alphabets(String name) {
        assertThat(OrganisationName.of(" " + name).map(OrganisationName::text)).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Two\nLines",
                "Ends\r\nBcc: all@company.example",
                "nul\0",
                "turned\u202Eround",
                "zero\u200Bwidth"
            })
    void what_hides_in_a_line_is_no_organisation(String name) {
        assertThat(OrganisationName.of(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.example", "first.last+tag@sub.company.example", "o'neil@company.example", "ü@müller.example"
            })
    void addresses(String address) {
        assertThat(MailAddress.of(" " + address + " ").map(MailAddress::text)).hasValue(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.example",
                "a@b@c.example",
                "a b@c.example",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example,c@d.example",
                "<a@b.example>",
                "\"a\"@b.example",
                "a@-b.example",
                "a..b@c.example",
                "a@b..example",
                "a@b.example\0"
            })
    void no_addresses(String address) {
        assertThat(MailAddress.of(address)).isEmpty();
    }
}
