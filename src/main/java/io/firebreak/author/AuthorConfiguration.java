package io.firebreak.author;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of author verification known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthorProperties.class)
class AuthorConfiguration {}
