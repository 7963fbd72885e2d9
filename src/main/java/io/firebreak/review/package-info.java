/** What comes after a crisis: the impact report, the review with its lessons, and the measures. */
@org.springframework.modulith.ApplicationModule(displayName = "Review")
package io.firebreak.review;
