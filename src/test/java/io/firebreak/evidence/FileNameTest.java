package io.firebreak.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names come from anywhere and go to people's disks. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "kettle.png, PNG, kettle.png",
        "Kettle.PNG, PNG, Kettle.PNG",
        "photo.jpeg, JPEG, photo.jpeg",
        "żółw 🐢.png, PNG, żółw 🐢.png",
        "../../etc/passwd, TEXT, passwd.txt",
        "C:\\Users\\anna\\kettle.png, PNG, kettle.png",
        "evil.html, PNG, evil.html.png",
        "invoice.pdf.exe, PDF, invoice.pdf.exe.pdf",
        ".htaccess, TEXT, htaccess.txt",
        "a:b?c.png, PNG, a_b_c.png",
        "'  ', PDF, file.pdf",
        ", TEXT, file.txt",
        "/, PNG, file.png"
    })
    void shouldMakeNamesSafe(String name, FileKind kind, String safe) {
        assertThat(FileName.of(name, kind)).isEqualTo(safe);
    }

    @Test
    void shouldLeaveNothingThatHidesWhatItIs() {
        assertThat(FileName.of("invoice\u202Egnp.exe", FileKind.PNG)).isEqualTo("invoicegnp.exe.png");
        assertThat(FileName.of("two\r\nlines\u0000\u2028.pdf", FileKind.PDF))
                .doesNotContain("\r", "\n", "\u0000", "\u2028");
        assertThat(FileName.of("half \ud83d.pdf", FileKind.PDF)).isEqualTo("half .pdf");
    }

    @Test
    void shouldShortenWithoutLosingTheEnding() {
        // when
        String name = FileName.of("🔥".repeat(500) + ".png", FileKind.PNG);

        // then
        assertThat(name).endsWith("🔥.png");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(120);
    }
}
