/** Posts of a WordPress site, through its REST interface. */
package io.firebreak.publishing.channel.wordpress;
