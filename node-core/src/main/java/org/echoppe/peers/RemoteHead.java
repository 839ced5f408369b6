package org.echoppe.peers;

import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;

/** Where a repository stands at a peer, as the peer says. */
public record RemoteHead(Did did, Tid rev, Cid commit) {}
