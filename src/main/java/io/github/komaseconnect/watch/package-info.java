/**
 * Nothing goes quiet: watches over what should happen and does not. Each looks by itself now and then, raises one alarm for a
 * cause and clears it when it is over.
 */
package io.github.komaseconnect.watch;
