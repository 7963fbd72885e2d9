package io.firebreak.publishing.channel.mail;

import io.firebreak.publishing.channel.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;

/** To whom the mails of an account go. */
final class MailAddressees {

    /** More than a press list has; a newsletter needs another tool. */
    private static final int MOST = 10_000;

    private static final long MOST_BYTES_OF_FILE = 2_000_000;

    private MailAddressees() {}

    /**
     * Sorted, each once.
     *
     * @throws IllegalArgumentException with a sentence that says which address is wrong
     */
    static List<String> of(Account account) {
        TreeSet<String> addresses = new TreeSet<>();
        for (String recipient : account.recipients()) {
            addresses.add(address(account, "recipients", recipient));
        }
        List<String> lines = lines(account);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                addresses.add(address(account, "recipients-file, line %d,".formatted(number), line));
            }
        }
        if (addresses.isEmpty()) {
            throw complaint(
                    account, "recipients is empty; please set them, or recipients-file with one address a line.");
        }
        if (addresses.size() > MOST) {
            throw complaint(
                    account,
                    "recipients has %d addresses, at most %d are taken; please use several accounts."
                            .formatted(addresses.size(), MOST));
        }
        return List.copyOf(addresses);
    }

    static IllegalArgumentException complaint(Account account, String sentence) {
        return new IllegalArgumentException("firebreak.channels.%s.%s".formatted(account.name(), sentence));
    }

    private static String address(Account account, String where, String written) {
        return Mailbox.read(written)
                .map(Mailbox::address)
                .orElseThrow(() -> complaint(
                        account, "%s holds \"%s\", which is no mail address.".formatted(where, shown(written))));
    }

    private static String shown(String written) {
        String line = written.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private static List<String> lines(Account account) {
        if (account.recipientsFile() == null) {
            return List.of();
        }
        try {
            if (Files.size(account.recipientsFile()) > MOST_BYTES_OF_FILE) {
                throw complaint(
                        account, "recipients-file is larger than 2 MB; please see whether it is the right file.");
            }
            String text = Files.readString(account.recipientsFile(), StandardCharsets.UTF_8);
            return text.replaceFirst("^\uFEFF", "").lines().toList();
        } catch (IOException unreadable) {
            throw complaint(
                    account,
                    "recipients-file %s can't be read as UTF-8 text; please correct the path or the file."
                            .formatted(account.recipientsFile()));
        }
    }
}
