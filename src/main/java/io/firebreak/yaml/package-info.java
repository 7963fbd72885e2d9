/** Files in YAML that people write by hand: read with the line of each value, so that each mistake can be named there. */
@org.springframework.modulith.ApplicationModule(displayName = "Files that people write")
package io.firebreak.yaml;
