/** What only the demo has: a mail server that keeps what it gets and shows it to those who signed in. */
@org.springframework.modulith.ApplicationModule(displayName = "Demo")
package io.firebreak.demo;
