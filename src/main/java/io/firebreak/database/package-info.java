/**
 * Where Firebreak's data live: the PostgreSQL that a URL names, or the real PostgreSQL that Firebreak brings along
 * and runs itself on a folder of this machine. Never both, and never one in place of the other by accident. And what every queue in it needs: a thread that works through it.
 */
@ApplicationModule(displayName = "Database")
package io.firebreak.database;

import org.springframework.modulith.ApplicationModule;
