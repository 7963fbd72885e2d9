/** What people do with the engine's own tools, Cockpit and REST, brought into the ledger. */
package io.firebreak.engine.operation;
