package io.firebreak.publishing;

import io.firebreak.publishing.channel.AccountMemory;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.TransactionTemplate;

/** Kept in the database, for all nodes; without a key for encryption the secret is kept by this node alone. */
class SharedAccountMemory implements AccountMemory {

    private final String account;
    private final AccountStore store;
    private final SecretBox box;
    private final TransactionTemplate transaction;
    private final AtomicReference<String> ownSecret = new AtomicReference<>();

    SharedAccountMemory(String account, AccountStore store, SecretBox box, TransactionTemplate transaction) {
        this.account = account;
        this.store = store;
        this.box = box;
        this.transaction = transaction;
    }

    @Override
    public Optional<String> secret() {
        return box.canKeep() ? store.secretOf(account).map(box::open) : Optional.ofNullable(ownSecret.get());
    }

    @Override
    public String renew(String seen, UnaryOperator<String> renewal) {
        return box.canKeep() ? renewForAll(seen, renewal) : renewHere(seen, renewal);
    }

    /** One thread at a time: those who wait for a slow server must not each hold a connection to the database. */
    private synchronized String renewForAll(String seen, UnaryOperator<String> renewal) {
        return transaction.execute(status -> {
            store.lockSecretOf(account);
            String kept = secret().orElse(null);
            if (kept != null && !kept.equals(seen)) {
                return kept;
            }
            String renewed = renewal.apply(kept);
            store.saveSecret(account, box.lock(renewed));
            return renewed;
        });
    }

    private synchronized String renewHere(String seen, UnaryOperator<String> renewal) {
        String kept = ownSecret.get();
        if (kept == null || Objects.equals(kept, seen)) {
            ownSecret.set(renewal.apply(kept));
        }
        return ownSecret.get();
    }

    @Override
    public void restUntil(Instant moment) {
        store.restUntil(account, moment);
    }
}
