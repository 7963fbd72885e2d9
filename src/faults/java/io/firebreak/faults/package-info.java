/**
 * The proof that a statement is published once: whole processes of the packed application are killed, frozen and cut
 * off, while servers outside count what they made public.
 */
package io.firebreak.faults;
