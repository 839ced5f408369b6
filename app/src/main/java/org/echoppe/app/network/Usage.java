package org.echoppe.app.network;

import org.echoppe.replicas.StrangerLimits;

/**
 * What dealing with other shops costs this computer.
 *
 * @param in bytes received since Échoppe was started
 * @param out bytes sent
 * @param disk bytes held of other shops, without pictures
 * @param shops how many are held
 */
public record Usage(long in, long out, long disk, int shops, StrangerLimits limits) {}
