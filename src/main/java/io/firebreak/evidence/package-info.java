/** What is kept as proof: posts as they were taken in. What is kept never changes; the law may take its content away. */
@org.springframework.modulith.ApplicationModule(displayName = "Evidence")
package io.firebreak.evidence;
