/** The append-only record of acts. Every feature writes it; it knows none of them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {})
package io.firebreak.ledger;
