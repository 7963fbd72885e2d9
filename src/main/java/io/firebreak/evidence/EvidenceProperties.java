package io.firebreak.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a case may hold, so that a mistake in a program fills no disk.
 *
 * @param filesPerCase how many files
 * @param bytesPerCase how large they may be together
 */
@ConfigurationProperties("firebreak.evidence")
record EvidenceProperties(@DefaultValue("200") int filesPerCase, @DefaultValue("500MB") DataSize bytesPerCase) {}
