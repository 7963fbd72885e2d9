/** The official words: texts, their versions, who wrote them and who approved exactly which. */
@org.springframework.modulith.ApplicationModule(displayName = "Statement")
package io.firebreak.statement;
