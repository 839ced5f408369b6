package org.echoppe.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for the pages of this node.
 *
 * @param shop the shop whose node it is; null at a mirror
 * @param href its page; empty at a mirror
 * @param notice what they say themselves for this node; empty where they say nothing
 */
public record Keeper(
        @Nullable Foreign shop, String href, List<Line> contact, List<Shop.Legal> legal, String notice, Story story) {}
