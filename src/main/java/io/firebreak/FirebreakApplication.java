package io.firebreak;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Firebreak: takes a brand from the first angry mention to the closed review. */
@SpringBootApplication
public class FirebreakApplication {

    public static void main(String[] args) {
        SpringApplication.run(FirebreakApplication.class, args);
    }
}
