/** How anything is listened for by HTTP: Java's own small server, with bounded threads, and time-outs for slow clients. */
package io.github.komaseconnect.listener;
