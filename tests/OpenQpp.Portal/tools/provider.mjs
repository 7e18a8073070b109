// An OpenID provider for the tests of signing in: oidc-provider, with people who need no password and tokens that can be spoilt.
// It prints its issuer, then does what POST /control says; a closed standard input ends it.
import { createServer } from "node:http";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { Provider } from "oidc-provider";
import { SignJWT, decodeJwt, importJWK } from "jose";

const newKey = () => ({ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: randomUUID(), alg: "RS256", use: "sig" });

const state = { redirects: ["http://127.0.0.1/none"], account: "alice", acr: undefined, amr: ["pwd"], flaw: "", key: newKey() };
let provider;
let handle;

function build(issuer) {
  provider = new Provider(issuer, {
    clients: [{
      client_id: "openqpp",
      client_secret: "a secret with a space & a sign",
      redirect_uris: state.redirects,
      post_logout_redirect_uris: [],
      grant_types: ["authorization_code"],
      response_types: ["code"],
    }],
    jwks: { keys: [state.key] },
    cookies: { keys: ["cookies of the tests"] },
    acrValues: ["urn:strong", "urn:weak"],
    claims: { openid: ["sub", "acr", "amr"], profile: ["name"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `Person ${id}` }) }),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
  });
  provider.proxy = issuer.startsWith("https:");
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === "/token" && ctx.body && ctx.body.id_token && state.flaw) {
      ctx.body.id_token = await spoil(ctx.body.id_token, issuer);
    }
  });
  handle = provider.callback();
}

async function spoil(token, issuer) {
  const claims = decodeJwt(token);
  const now = Math.floor(Date.now() / 1000);
  let key = state.key;
  let header = { alg: "RS256", kid: state.key.kid };
  switch (state.flaw) {
    case "nonce": claims.nonce = "another"; break;
    case "no-nonce": delete claims.nonce; break;
    case "audience": claims.aud = "another"; break;
    case "two-audiences": claims.aud = ["openqpp", "another"]; break;
    case "party": claims.azp = "another"; break;
    case "issuer": claims.iss = `${issuer}/other`; break;
    case "expired": claims.exp = now - 120; claims.iat = now - 300; break;
    case "no-expiry": delete claims.exp; break;
    case "at-hash": claims.at_hash = "AAAAAAAAAAAAAAAAAAAAAA"; break;
    case "asked-long-ago": claims.auth_time = now - 3600; break;
    case "subject": delete claims.sub; break;
    case "unknown-key": key = newKey(); header = { alg: "RS256", kid: key.kid }; break;
    case "signature": key = newKey(); break;
    case "none": return `${Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url")}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.`;
    case "shared-secret": return new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from("a secret with a space & a sign".padEnd(32)));
  }
  return new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(key, "RS256"));
}

async function interact(request, response) {
  const { prompt, params, grantId, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    return provider.interactionFinished(request, response, { login: { accountId: state.account, acr: state.acr, amr: state.amr } }, { mergeWithLastSubmission: false });
  }
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope("openid profile");
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

const server = createServer(async (request, response) => {
  try {
    if (request.url === "/control") {
      let body = "";
      for await (const piece of request) {
        body += piece;
      }
      const change = JSON.parse(body);
      for (const [name, value] of Object.entries(change)) {
        state[name] = value ?? undefined;
      }
      if (change.rollover) {
        state.key = newKey();
      }
      if (change.redirects || change.rollover) {
        build(issuer);
      }
      response.end("done");
    } else if (request.url.startsWith("/interaction/")) {
      await interact(request, response);
    } else {
      await handle(request, response);
    }
  } catch (fault) {
    response.statusCode = 500;
    response.end(String(fault));
  }
});
let issuer;
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => {
  issuer = process.argv[3] ?? `http://127.0.0.1:${server.address().port}`;
  build(issuer);
  console.log(issuer);
});
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
