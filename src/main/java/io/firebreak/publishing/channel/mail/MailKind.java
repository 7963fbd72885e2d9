package io.firebreak.publishing.channel.mail;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.publishing.channel.ChannelWords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Makes a list of mail addresses available as a channel. */
@Component
class MailKind implements ChannelKind {

    private final ObjectProvider<JavaMailSender> ourOwn;
    private final ChannelWords words;

    /**
     * @param ourOwn the mail server of this installation, from {@code spring.mail}
     */
    MailKind(ObjectProvider<JavaMailSender> ourOwn, ChannelWords words) {
        this.ourOwn = ourOwn;
        this.words = words;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Channel open(Account account, AccountMemory memory) {
        Mailbox sender = sender(account);
        return new MailChannel(
                account.label(),
                new MailServer(MailServerSettings.of(account, ourOwn.getIfAvailable()), account.timeout()),
                new MailText(words),
                new MailWriter(sender, words),
                MailAddressees.of(account));
    }

    private static Mailbox sender(Account account) {
        if (account.sender() == null || account.sender().isBlank()) {
            throw MailAddressees.complaint(
                    account, "sender is missing; please set the address that the mails come from.");
        }
        return Mailbox.read(account.sender())
                .orElseThrow(
                        () -> MailAddressees.complaint(
                                account,
                                "sender is no mail address; please write it like press@example.org or Brand <press@example.org>."));
    }
}
