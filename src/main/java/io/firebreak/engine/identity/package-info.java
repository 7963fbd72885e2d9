/** Users, groups and rights as the engine keeps them: what it starts with, and how people sign in. */
package io.firebreak.engine.identity;
