/** E-mails to those who asked for them, such as the press: one mail for each address, by SMTP. */
package io.firebreak.publishing.channel.mail;
