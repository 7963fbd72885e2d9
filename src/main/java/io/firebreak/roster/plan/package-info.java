/**
 * The file of the crisis plan: how it is read and checked as a whole, kept in versions, and shown. What a plan means is
 * not known here.
 */
package io.firebreak.roster.plan;
