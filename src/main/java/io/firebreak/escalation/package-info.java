/** The running chain of command: who was asked about a task that nobody answers, what they said, and who is next. */
@org.springframework.modulith.ApplicationModule(displayName = "Escalation")
package io.firebreak.escalation;
