/** How it goes, for monitoring: checks in Camel's registry, and a small page that tells them. */
package io.github.komaseconnect.health;
