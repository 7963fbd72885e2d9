package io.firebreak.mention;

import java.time.LocalDate;

/**
 * Who wrote a mention, as its source tells it.
 *
 * @param handle the name of the account; null where the source tells none
 * @param name as it is shown; null where the source tells none
 * @param reach how many people follow the account; null where the source does not say
 * @param since the account's first day; null where the source does not say
 */
record Author(String handle, String name, Long reach, LocalDate since) {

    static final Author UNKNOWN = new Author(null, null, null, null);
}
