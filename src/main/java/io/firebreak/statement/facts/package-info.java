/** The fact sheet of a case: what every text of it has to agree with, and whether it does. */
@org.springframework.modulith.NamedInterface("facts")
package io.firebreak.statement.facts;
