// How vectors/javascript.json was made: docs/sealed-format.md followed in JavaScript, with other people's
// code. Nothing of Offramp needs it; to run it again, in an empty folder outside the repository:
//   npm install @hpke/core@1.9.0 @hpke/hybridkem-x-wing@0.7.0 && node make_vectors.mjs > javascript.json

import { createHash, webcrypto } from "node:crypto";
import { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { XWing } from "@hpke/hybridkem-x-wing";

const bytes = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const hex = (content) => Buffer.from(content).toString("hex");
const fixed = (name) => bytes(createHash("sha256").update(`offramp vectors: ${name}`).digest());

const u16 = (number) => [number >> 8, number & 0xff];
const u64 = (number) => [0, 0, 0, 0, 0, 0, ...u16(number)]; // no larger one is needed here
const encodePart = ([tag, value]) => {
  const content = tag === "i" ? bytes(u64(value)) : bytes(Buffer.from(value, tag === "b" ? "hex" : "utf8"));
  return bytes(tag, u16(content.length), content);
};
const head = (form, kind) => bytes([1], form, [kind.length], kind);
const bound = (form, { kind, parts }) => bytes(head(form, kind), [parts.length], ...parts.map(encodePart));

const parts = [["s", "thread-7"], ["i", 3], ["b", "ff00"]];
const seed = fixed("seed of Ada");
const key = fixed("key from JavaScript");

const kem = new XWing();
const { publicKey } = await kem.generateKeyPairDerand(seed);
const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const keyPlace = { kind: "epoch-key", parts };
const sender = await suite.createSenderContext({ recipientPublicKey: publicKey, info: bound("E", keyPlace) });
const sealedKey = await sender.seal(key);

const text = bytes("Sealed in JavaScript: ñ 🗝");
const padded = bytes(text, [0x80], new Uint8Array(256 - text.length - 1));
const nonce = fixed("nonce from JavaScript").slice(0, 12);
const textPlace = { kind: "message", parts };
const cipher = { name: "AES-GCM", iv: nonce, additionalData: bound("O", textPlace) };
const imported = await webcrypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
const sealedText = await webcrypto.subtle.encrypt(cipher, imported, padded);

const vectors = [
  {
    name: "a key sealed in JavaScript",
    open: "envelope",
    seed: hex(seed),
    binding: keyPlace,
    sealed: hex(bytes(head("E", "epoch-key"), sender.enc, sealedKey)),
    outcome: { plain: hex(key) },
  },
  {
    name: "a message sealed in JavaScript",
    open: "object",
    key: hex(key),
    binding: textPlace,
    sealed: hex(bytes(head("O", "message"), nonce, sealedText)),
    outcome: { plain: hex(text) },
  },
];
const made_by = "tests/sealed/make_vectors.mjs (@hpke/core 1.9.0, @hpke/hybridkem-x-wing 0.7.0, Node 20)";
console.log(JSON.stringify({ version: 1, made_by, vectors }, null, 1));
