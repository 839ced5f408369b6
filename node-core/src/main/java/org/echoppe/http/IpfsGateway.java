package org.echoppe.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import org.echoppe.domain.AnyCid;
import org.echoppe.domain.Cid;
import org.echoppe.guard.Denials;
import org.echoppe.repo.BlockSource;
import org.jspecify.annotations.Nullable;

/**
 * Blocks by address, for whoever checks for themselves: the raw half of a trustless gateway, on both ports. Nothing is
 * unpacked for anybody, since what a stranger packed is not ours to vouch for, and nothing tells what is held.
 *
 * @see <a href="https://specs.ipfs.tech/http-gateways/trustless-gateway/">Trustless Gateway Specification</a>
 */
public final class IpfsGateway {
    private static final String RAW = "application/vnd.ipld.raw";

    private final BlockSource blocks;
    private final Denials denials;

    public IpfsGateway(BlockSource blocks, Denials denials) {
        this.blocks = blocks;
        this.denials = denials;
    }

    public void add(RoutesConfig routes) {
        routes.get("/ipfs/{cid}", this::answer);
        routes.head("/ipfs/{cid}", this::answer);
        routes.options("/ipfs/{cid}", ctx -> {
            openToPages(ctx);
            ctx.status(HttpStatus.NO_CONTENT);
        });
    }

    private void answer(Context ctx) {
        openToPages(ctx);
        String name = ctx.pathParam("cid");
        var cid = cid(name);
        demandRaw(ctx);
        byte[] block = block(cid);
        if (block == null) {
            throw onlyIfCached(ctx)
                    ? new HttpResponseException(HttpStatus.PRECONDITION_FAILED.getCode())
                    : new NotFoundResponse();
        }
        send(ctx, name, block);
    }

    private static AnyCid cid(String name) {
        try {
            return AnyCid.read(name);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("not a CID in base 16, 32, 36 or 58");
        }
    }

    private byte @Nullable [] block(AnyCid name) {
        return switch (name) {
            case AnyCid.Ours(Cid cid) -> {
                refuseDenied(cid);
                yield blocks.block(cid);
            }
            // among them the CID of nothing, which gateways are probed with
            case AnyCid.Inline(byte[] block) -> block;
            case AnyCid.Foreign() -> null;
        };
    }

    /** Only raw blocks: CAR is refused in words, and what names no format gets no unpacked file. */
    private static void demandRaw(Context ctx) {
        String format = ctx.queryParam("format");
        String accept = ctx.header("Accept");
        boolean named = format == null && accept != null && accept.contains(RAW);
        if ("raw".equals(format) || named) {
            return;
        }
        boolean known = format != null || (accept != null && accept.contains("application/vnd."));
        throw known
                ? new HttpResponseException(HttpStatus.NOT_ACCEPTABLE.getCode())
                : new BadRequestResponse("say format=raw or Accept: " + RAW);
    }

    private void refuseDenied(Cid cid) {
        var status = denials.status(cid);
        if (status.isPresent()) {
            throw new HttpResponseException(status.getAsInt());
        }
    }

    private static boolean onlyIfCached(Context ctx) {
        String control = ctx.header("Cache-Control");
        return control != null && control.contains("only-if-cached");
    }

    private static void send(Context ctx, String name, byte[] block) {
        String etag = '"' + name + ".raw\"";
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "public, max-age=29030400, immutable");
        ctx.header("Vary", "Accept");
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        String asked = ctx.queryParam("filename");
        String file = asked == null || asked.isBlank() ? name + ".bin" : asked.replaceAll("[^A-Za-z0-9._-]", "_");
        ctx.header("Content-Disposition", "attachment; filename=\"" + file + '"');
        ctx.header("Content-Security-Policy", "default-src 'none'; sandbox");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Ipfs-Path", "/ipfs/" + name);
        ctx.header("X-Ipfs-Roots", name);
        ctx.disableCompression();
        ctx.contentType(RAW).result(block);
    }

    private static void openToPages(Context ctx) {
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        ctx.header("Access-Control-Allow-Headers", "Accept, If-None-Match");
        ctx.header("Access-Control-Expose-Headers", "Content-Length, ETag, X-Ipfs-Path, X-Ipfs-Roots");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
