package org.echoppe.app.network;

import org.echoppe.replicas.StrangerLimits;

/**
 * What dealing with other shops costs this computer.
 *
 * @param in bytes received since Échoppe was started
 * @param out bytes sent
 * @param disk bytes held of other shops, without pictures
 * @param shops how many are held
 * @param pictures bytes of all pictures on this disk, the own ones included
 * @param strangersPictures bytes that pictures of shops that are not followed may take, all together
 */
public record Usage(
        long in, long out, long disk, int shops, long pictures, long strangersPictures, StrangerLimits limits) {}
