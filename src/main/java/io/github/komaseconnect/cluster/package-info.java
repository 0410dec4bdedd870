/**
 * Several runtimes on one ledger: each company is one node's at a time, by a lease in the database and its clock. There
 * is no talk between nodes.
 */
package io.github.komaseconnect.cluster;
