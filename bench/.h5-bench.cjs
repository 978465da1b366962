"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __decorateClass = (decorators, target, key, kind2) => {
  var result = kind2 > 1 ? void 0 : kind2 ? __getOwnPropDesc(target, key) : target;
  for (var i = decorators.length - 1, decorator; i >= 0; i--)
    if (decorator = decorators[i])
      result = (kind2 ? decorator(target, key, result) : decorator(result)) || result;
  if (kind2 && result) __defProp(target, key, result);
  return result;
};

// bench/import-speed.ts
var import_node_fs2 = require("node:fs");
var import_node_os2 = require("node:os");
var import_node_path2 = __toESM(require("node:path"));

// src/domain/identity.ts
var import_node_crypto = require("node:crypto");
var LETTER = { Story: "S", Perspective: "P", Outlet: "O", Question: "Q", Topic: "T" };
function nodeId(noun, key) {
  return LETTER[noun] + digest(`${noun}\0${key}`).slice(0, 20);
}
function digest(text3) {
  return (0, import_node_crypto.createHash)("sha256").update(text3).digest("base64url");
}
function normaliseSummary(text3) {
  return text3.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
function storyKey(story2) {
  if (story2.slug !== null) return `slug:${story2.slug}`;
  if (story2.url !== null) return `url:${story2.url}`;
  return `summary:${digest(normaliseSummary(story2.summary))}`;
}

// src/domain/story-draft.ts
var SECTION_KINDS = ["SUMMARY", "ANALYSIS", "COVERAGE", "BACKGROUND", "OTHER"];
function textOf(passage3) {
  const [only, ...more] = passage3.blocks;
  if (only !== void 0 && more.length === 0) return only.text;
  return passage3.blocks.map((block) => block.text).join("\n\n");
}
function sectionOf(story2, kind2) {
  return story2.sections.find((section2) => section2.kind === kind2) ?? null;
}
function isCollective(perspective4) {
  return perspective4.statements.length > 0 && perspective4.statements.every(({ basis }) => basis === "COLLECTIVE");
}

// src/ingest/document.ts
var DocumentError = class extends Error {
  constructor(code, message, position = null) {
    super(message);
    this.code = code;
    this.position = position;
    this.name = "DocumentError";
  }
};

// src/ingest/normalise/check-draft.ts
var LONE_SURROGATE = /\p{Surrogate}/u;
var SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
var MAX_SLUG_LENGTH = 200;
var INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
var WIKIDATA_ID = /^Q[1-9]\d{0,15}$/;
var LANGUAGE = /^[A-Za-z0-9-]{1,35}$/;
var COUNTRY = /^[A-Z]{2}$/;
var isInstant = {
  code: "INSTANT_INVALID",
  holds: (value) => INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  wanted: "an instant in UTC with milliseconds, like 2026-01-01T00:00:00.000Z"
};
var isSlug = {
  code: "SLUG_INVALID",
  holds: (value) => value.length <= MAX_SLUG_LENGTH && SLUG.test(value),
  wanted: `lower-case letters and digits in words joined by single hyphens, at most ${MAX_SLUG_LENGTH} characters`
};
var RULES = /* @__PURE__ */ new Map([
  ["slug", isSlug],
  ["publishedAt", isInstant],
  ["sourceUpdatedAt", isInstant],
  ["importedAt", isInstant],
  ["updatedAt", isInstant],
  ["wikidataId", rule("WIKIDATA_ID_INVALID", WIKIDATA_ID, "Q and digits, like Q42")],
  ["language", rule("LANGUAGE_INVALID", LANGUAGE, "a BCP 47 tag, like en or pt-BR")],
  ["country", rule("COUNTRY_INVALID", COUNTRY, "two capital letters, like GB")]
]);
function rule(code, pattern, wanted) {
  return { code, holds: (value) => pattern.test(value), wanted };
}
function checkDraft(draft) {
  const fault = faultOf(draft, "");
  if (fault !== null) throw problem(fault.code, fault.message, `$${fault.path}`);
  checkSections(draft);
  draft.perspectives.forEach((perspective4, place) => {
    const path3 = `$.perspectives[${place}].outlets`;
    if (perspective4.outlets.length === 0) {
      throw problem("OUTLETS_MISSING", "a perspective is of at least one outlet", path3);
    }
    perspective4.outlets.forEach(({ name }, outlet2) => checkName(name, `${path3}[${outlet2}].name`));
  });
  draft.questions.forEach(({ title }, place) => checkName(title, `$.questions[${place}].title`));
  draft.topics.forEach(({ name }, place) => checkName(name, `$.topics[${place}].name`));
  checkName(draft.title, "$.title");
}
function checkSections(draft) {
  const summary = sectionOf(draft, "SUMMARY");
  if (summary === null || textOf(summary).trim() === "") {
    throw problem("SUMMARY_MISSING", "a story has a summary", "$.sections");
  }
  for (const kind2 of SECTION_KINDS) {
    const count = draft.sections.filter((section2) => section2.kind === kind2).length;
    if (kind2 !== "OTHER" && count > 1) throw problem("SECTION_REPEATED", `a story has one ${kind2} at most`, "$.sections");
  }
}
function checkName(name, path3) {
  if (name.trim() === "") throw problem("NAME_EMPTY", "a name or title has at least one visible character", path3);
}
function faultOf(value, field) {
  if (typeof value === "string") return faultOfText(value, field);
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    for (let place = 0; place < value.length; place += 1) {
      const fault = faultOf(value[place], "");
      if (fault !== null) return { ...fault, path: `[${place}]${fault.path}` };
    }
    return null;
  }
  for (const [name, element] of Object.entries(value)) {
    const fault = faultOf(element, name);
    if (fault !== null) return { ...fault, path: `.${name}${fault.path}` };
  }
  return null;
}
function faultOfText(text3, field) {
  if (text3.includes("\0")) {
    return { code: "NUL_CHARACTER", message: "the text holds a NUL character, which no store can keep", path: "" };
  }
  if (LONE_SURROGATE.test(text3)) {
    return { code: "LONE_SURROGATE", message: "the text holds half of a UTF-16 pair, which is no character", path: "" };
  }
  const broken = RULES.get(field);
  if (broken === void 0 || broken.holds(text3)) return null;
  return { code: broken.code, message: `${JSON.stringify(text3.slice(0, 60))} should be ${broken.wanted}`, path: "" };
}
function problem(code, message, path3) {
  return new DocumentError(code, `${path3}: ${message}`, { line: null, column: null, path: path3 });
}

// src/ingest/normalise/content-digest.ts
function contentDigest(draft) {
  return digest(
    JSON.stringify([
      draft.slug,
      draft.title,
      draft.titleIsDerived,
      draft.language,
      draft.url,
      draft.publishedAt,
      draft.sourceUpdatedAt,
      draft.sections.map((section2) => [section2.kind, section2.heading, ...passage(section2)]),
      draft.perspectives.map(perspective),
      draft.questions.map(question),
      draft.topics.map(topic)
    ])
  );
}
function passage({ blocks, isTruncated }) {
  return [blocks.map(({ kind: kind2, text: text3 }) => [kind2, text3]), isTruncated];
}
function perspective({ outlets, headline, text: text3, statements, url, publishedAt, isTruncated }) {
  return [
    outlets.map(({ name, slug: slug2, country, homepage, aliases }) => [name, slug2, country, homepage, aliases]),
    headline,
    text3,
    statements.map((statement) => [statement.text, statement.basis]),
    url,
    publishedAt,
    isTruncated
  ];
}
function question({ title, slug: slug2, intro, answer, isTruncated }) {
  return [title, slug2, intro, answer === null ? null : passage(answer), isTruncated];
}
function topic({ name, nameIsDerived, slug: slug2, kind: kind2, aliases, description, isTruncated, wikidataId: wikidataId2 }) {
  return [name, nameIsDerived, slug2, kind2, aliases, description, isTruncated, wikidataId2];
}

// src/ingest/normalise/memo.ts
var CAPACITY = 1e4;
var LONGEST_REMEMBERED = 1e3;
function memoised(compute) {
  const known = /* @__PURE__ */ new Map();
  return (text3) => {
    const before = known.get(text3);
    if (before !== void 0) return before;
    const answer = compute(text3);
    if (text3.length > LONGEST_REMEMBERED) return answer;
    if (known.size >= CAPACITY) known.clear();
    known.set(text3, answer);
    return answer;
  };
}

// src/ingest/normalise/slug.ts
var import_node_crypto2 = require("node:crypto");
var import_transliteration2 = require("transliteration");

// src/ingest/normalise/fold.ts
var import_transliteration = require("transliteration");
var TRADE_MARKS = /[\u00a9\u00ae\u2122]/gu;
var ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}/gu;
var VOWEL_POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/gu;
var APOSTROPHES = /['\u2018\u2019\u201b\u2032\u02bb\u02bc\u02b9\u0060\u00b4]/gu;
var SHARP = /(?<=[\p{L}\p{N}])#/gu;
var WORDS = {
  "+": "plus",
  "&": "and",
  "%": "percent",
  "=": "equals",
  $: "dollar",
  "\u20AC": "euro",
  "\xA3": "pound",
  "\xA5": "yen"
};
var SYMBOLS = /[+&%=$\u20ac\u00a3\u00a5]/gu;
var FOREIGN_LATIN = /[^\p{ASCII}]/gu;
var IS_LATIN = /\p{Script=Latin}/u;
var PLAIN = /^[a-z0-9]+$/;
var SEPARATORS = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu;
function fold(text3) {
  return text3.replace(TRADE_MARKS, "").replace(APOSTROPHES, "").normalize("NFKD").toLowerCase().replace(ACCENTS, "").replace(VOWEL_POINTS, "").replace(SHARP, " sharp ").replace(SYMBOLS, (symbol) => ` ${WORDS[symbol] ?? ""} `).replace(FOREIGN_LATIN, plainLatin).replace(SEPARATORS, " ").trim().normalize("NFC");
}
function plainLatin(letter) {
  if (!IS_LATIN.test(letter)) return letter;
  const plain2 = (0, import_transliteration.transliterate)(letter).toLowerCase();
  return PLAIN.test(plain2) ? plain2 : letter;
}

// src/ingest/normalise/slug.ts
var MAX_LENGTH = 80;
var NAME_HASH_LENGTH = 10;
var PLAIN2 = /^[a-z0-9 ]+$/;
var LOOKS_SUFFIXED = /(?:^|-)(?:[0-9a-f]{8}|[0-9a-f]{10})$/;
function slugOf(text3) {
  const folded = fold(text3);
  const { words, isWhole } = asciiWords(folded);
  if (isWhole && !LOOKS_SUFFIXED.test(words)) return words;
  const hash = hexDigest(folded === "" ? text3.normalize("NFKC").trim() : folded).slice(0, NAME_HASH_LENGTH);
  return words === "" ? hash : `${words}-${hash}`;
}
function titleSlugOf(title) {
  const { words } = asciiWords(fold(title));
  return words === "" || LOOKS_SUFFIXED.test(words) ? slugOf(title) : words;
}
function asciiWords(folded) {
  const isPlain = PLAIN2.test(folded);
  const ascii = isPlain ? folded : (0, import_transliteration2.transliterate)(folded).toLowerCase();
  const words = ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return words.length <= MAX_LENGTH ? { words, isWhole: isPlain } : { words: cutAtWordEnd(words), isWhole: false };
}
function cutAtWordEnd(words) {
  const end = words.lastIndexOf("-", MAX_LENGTH);
  return end > 0 ? words.slice(0, end) : words.slice(0, MAX_LENGTH);
}
function hexDigest(text3) {
  return (0, import_node_crypto2.createHash)("sha256").update(text3).digest("hex");
}

// src/ingest/normalise/mentions.ts
var nameSlugOf = memoised(slugOf);
var fingerprint = memoised(digest);
function outletMention({ name, slug: slug2, country, homepage, aliases }) {
  return {
    digest: fingerprint(JSON.stringify(["outlet", slug2, name, aliases, country, homepage])),
    givenSlug: slug2,
    nameSlug: nameSlugOf(name),
    name,
    aliases,
    aliasSlugs: aliases.map(nameSlugOf),
    country,
    homepage
  };
}
function questionMention({ title, slug: slug2 }) {
  return { digest: fingerprint(JSON.stringify(["question", slug2, title])), givenSlug: slug2, nameSlug: nameSlugOf(title), title };
}
function topicMention({ name, nameIsDerived, slug: slug2, kind: kind2, aliases, wikidataId: wikidataId2 }) {
  return {
    digest: fingerprint(JSON.stringify(["topic", slug2, wikidataId2, name, nameIsDerived, aliases, kind2])),
    givenSlug: slug2,
    nameSlug: nameSlugOf(name),
    name,
    nameIsDerived,
    aliases,
    kind: kind2,
    wikidataId: wikidataId2
  };
}

// src/ingest/normalise/normalise-story.ts
function normaliseStory(draft) {
  checkDraft(draft);
  const summary = sectionOf(draft, "SUMMARY");
  const id = nodeId(
    "Story",
    storyKey({ slug: draft.slug, url: draft.url, summary: summary === null ? "" : textOf(summary) })
  );
  const { title, titleIsDerived, language, url, publishedAt, sourceUpdatedAt, importedAt, updatedAt, sections } = draft;
  return {
    id,
    givenSlug: draft.slug,
    slugBase: titleSlugOf(title),
    title,
    titleIsDerived,
    language,
    url,
    publishedAt,
    sourceUpdatedAt,
    importedAt,
    updatedAt,
    sections,
    perspectives: normalisePerspectives(id, draft.perspectives),
    questions: draft.questions.map((question3) => ({
      mention: questionMention(question3),
      intro: question3.intro,
      answer: question3.answer,
      isTruncated: question3.isTruncated
    })),
    topics: draft.topics.map((topic3) => ({
      mention: topicMention(topic3),
      description: topic3.description,
      isTruncated: topic3.isTruncated
    })),
    contentDigest: contentDigest(draft)
  };
}
function normalisePerspectives(storyId, drafts) {
  const occurrences = /* @__PURE__ */ new Map();
  return drafts.map((draft) => {
    const outlets = draft.outlets.map(outletMention);
    const key = perspectiveKey(storyId, draft, outlets);
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    return {
      id: nodeId("Perspective", `${key}\0${occurrence}`),
      outlets,
      headline: draft.headline,
      text: draft.text,
      statements: draft.statements,
      isCollective: isCollective(draft),
      url: draft.url,
      publishedAt: draft.publishedAt,
      isTruncated: draft.isTruncated
    };
  });
}
function perspectiveKey(storyId, draft, outlets) {
  const names2 = outlets.map(({ givenSlug, nameSlug }) => givenSlug ?? nameSlug);
  const content = draft.url === null ? `text:${draft.text}` : `url:${draft.url}`;
  return [storyId, names2.join(" "), content].join("\0");
}

// src/store/errors.ts
var StoreUnavailableError = class extends Error {
  constructor() {
    super(...arguments);
    this.name = "StoreUnavailableError";
    this.code = "SERVICE_UNAVAILABLE";
  }
};
var StoreOpenError = class extends Error {
  constructor() {
    super(...arguments);
    this.name = "StoreOpenError";
    this.code = "STORE_OPEN_FAILED";
  }
};
var StoreTooNewError = class extends Error {
  constructor() {
    super(...arguments);
    this.name = "StoreTooNewError";
    this.code = "STORE_TOO_NEW";
  }
};

// src/store/database/database-url.ts
var FORMS = "sqlite:<path>, sqlite::memory: or postgres://user:password@host:port/database";
function parseDatabaseUrl(url) {
  if (url === "sqlite::memory:") return { kind: "sqlite-temporary" };
  if (url.startsWith("sqlite:")) {
    const path3 = url.slice("sqlite:".length).replace(/^\/\/(?=.)/, "");
    if (path3 === "" || path3.includes("\0")) throw new StoreOpenError(`The database URL names no file. Wanted: ${FORMS}.`);
    return { kind: "sqlite-file", path: path3 };
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (!URL.canParse(url)) throw new StoreOpenError(`The database URL cannot be read. Wanted: ${FORMS}.`);
    const { hostname, port, pathname } = new URL(url);
    return { kind: "postgres", url, label: `${hostname || "localhost"}:${port || "5432"}${pathname}` };
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? "none";
  throw new StoreOpenError(`The database URL has an unknown scheme (${scheme}). Wanted: ${FORMS}.`);
}

// src/store/database/postgres.ts
var import_node_crypto3 = require("node:crypto");
var import_pg3 = require("pg");

// src/store/database/cancellable-query.ts
var import_pg2 = require("pg");

// src/store/database/postgres-errors.ts
var import_node_util = require("node:util");
var import_pg = require("pg");

// src/store/database/constraint-error.ts
var ConstraintError = class extends Error {
  constructor() {
    super(...arguments);
    this.name = "ConstraintError";
    this.code = "CONSTRAINT_BROKEN";
  }
};

// src/store/database/postgres-errors.ts
var UNAVAILABLE = [
  ["08", "The connection to the database broke."],
  ["57P", "The database is shutting down or starting."],
  ["57014", "The database took too long."],
  ["53100", "The disk of the database is full."],
  ["53", "The database has no resources left."],
  ["55P03", "Another process holds the lock on the store."],
  ["40", "The database gave up the transaction for another one."],
  ["25006", "The database is read-only."],
  ["28", "The database refuses the user or the password."],
  ["3D000", "There is no such database."],
  ["58", "The database cannot read or write its files."]
];
function translatePostgresError(error) {
  if (error instanceof import_pg.DatabaseError && error.code !== void 0) {
    const { code } = error;
    if (code.startsWith("23")) return new ConstraintError(error.message, { cause: error });
    const known = UNAVAILABLE.find(([prefix]) => code.startsWith(prefix));
    return known === void 0 ? error : new StoreUnavailableError(known[1], { cause: error });
  }
  if (isSocketError(error)) return new StoreUnavailableError("The database cannot be reached.", { cause: error });
  return error;
}
var DRIVER_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;
function isSocketError(error) {
  if (!import_node_util.types.isNativeError(error)) return false;
  if ("errors" in error && Array.isArray(error.errors)) return error.errors.some(isSocketError);
  if ("syscall" in error || "code" in error && typeof error.code === "string" && /^E[A-Z]+$/.test(error.code)) return true;
  return DRIVER_MESSAGES.test(error.message);
}

// src/store/database/cancellable-query.ts
async function queryUntil(pool, signal, query2) {
  signal.throwIfAborted();
  const client = await pool.connect().catch((error) => {
    throw translatePostgresError(error);
  });
  let cancelled;
  const cancel = () => {
    cancelled = cancelQuery(pool, client);
  };
  try {
    signal.throwIfAborted();
    signal.addEventListener("abort", cancel, { once: true });
    return await query2(client);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
    const isSound = await cancelled ?? true;
    client.release(!isSound);
  }
}
async function cancelQuery(pool, client) {
  const messenger = new import_pg2.Client(pool.options);
  try {
    await messenger.connect();
    await messenger.query("SELECT pg_cancel_backend($1)", [processIdOf(client)]);
    return true;
  } catch {
    return false;
  } finally {
    await messenger.end().catch(() => void 0);
  }
}
function processIdOf(client) {
  if ("processID" in client && typeof client.processID === "number") return client.processID;
  throw new Error("The connection has no process on the server.");
}

// src/store/database/data-source.ts
var import_typeorm8 = require("typeorm");
var import_sqlite3 = __toESM(require("sqlite3"));

// src/store/entities/outlet.entity.ts
var import_typeorm2 = require("typeorm");

// src/store/entities/columns.ts
var collation = "C";
var instant = { type: "varchar", length: 24, collation };
var nullableInstant = { ...instant, nullable: true };
var globalId = { type: "varchar", length: 21, collation };
var slug = { type: "varchar", length: 240, collation };
var nullableSlug = { ...slug, nullable: true };
var text = { type: "text", collation };
var nullableText = { ...text, nullable: true };
var fingerprint2 = { type: "varchar", length: 43, collation };
function nullableCode(length) {
  return { type: "varchar", length, nullable: true, collation };
}
var tally = { type: "integer", default: 0 };
var flag = { type: "boolean", default: false };
var json = { type: "simple-json", collation };
var nullableJson = { ...json, nullable: true };

// src/store/entities/story.entity.ts
var import_typeorm = require("typeorm");
var Story = class {
};
__decorateClass([
  (0, import_typeorm.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "story_pk" })
], Story.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm.Column)(globalId),
  (0, import_typeorm.Index)("story_id", { unique: true })
], Story.prototype, "id", 2);
__decorateClass([
  (0, import_typeorm.Column)(slug),
  (0, import_typeorm.Index)("story_slug", { unique: true })
], Story.prototype, "slug", 2);
__decorateClass([
  (0, import_typeorm.Column)(slug),
  (0, import_typeorm.Index)("story_slugBase")
], Story.prototype, "slugBase", 2);
__decorateClass([
  (0, import_typeorm.Column)(flag)
], Story.prototype, "slugIsGiven", 2);
__decorateClass([
  (0, import_typeorm.Column)(text)
], Story.prototype, "title", 2);
__decorateClass([
  (0, import_typeorm.Column)(flag)
], Story.prototype, "titleIsDerived", 2);
__decorateClass([
  (0, import_typeorm.Column)(nullableCode(35))
], Story.prototype, "language", 2);
__decorateClass([
  (0, import_typeorm.Column)(nullableText)
], Story.prototype, "url", 2);
__decorateClass([
  (0, import_typeorm.Column)(nullableInstant)
], Story.prototype, "publishedAt", 2);
__decorateClass([
  (0, import_typeorm.Column)(nullableInstant)
], Story.prototype, "sourceUpdatedAt", 2);
__decorateClass([
  (0, import_typeorm.Column)(instant)
], Story.prototype, "importedAt", 2);
__decorateClass([
  (0, import_typeorm.Column)(instant)
], Story.prototype, "updatedAt", 2);
__decorateClass([
  (0, import_typeorm.Column)(instant)
], Story.prototype, "orderedAt", 2);
__decorateClass([
  (0, import_typeorm.Column)(json)
], Story.prototype, "summary", 2);
__decorateClass([
  (0, import_typeorm.Column)(nullableJson)
], Story.prototype, "analysis", 2);
__decorateClass([
  (0, import_typeorm.Column)(nullableJson)
], Story.prototype, "coverage", 2);
__decorateClass([
  (0, import_typeorm.Column)(nullableJson)
], Story.prototype, "background", 2);
__decorateClass([
  (0, import_typeorm.Column)(json)
], Story.prototype, "otherSections", 2);
__decorateClass([
  (0, import_typeorm.Column)(tally)
], Story.prototype, "perspectiveCount", 2);
__decorateClass([
  (0, import_typeorm.Column)(tally)
], Story.prototype, "outletCount", 2);
__decorateClass([
  (0, import_typeorm.Column)(tally)
], Story.prototype, "questionCount", 2);
__decorateClass([
  (0, import_typeorm.Column)(tally)
], Story.prototype, "topicCount", 2);
__decorateClass([
  (0, import_typeorm.Column)(fingerprint2)
], Story.prototype, "contentDigest", 2);
Story = __decorateClass([
  (0, import_typeorm.Entity)("story"),
  (0, import_typeorm.Index)("story_newest", ["orderedAt", "id"]),
  (0, import_typeorm.Index)("story_updated", ["updatedAt", "id"])
], Story);

// src/store/entities/outlet.entity.ts
var Outlet = class {
};
__decorateClass([
  (0, import_typeorm2.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "outlet_pk" })
], Outlet.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm2.Column)(globalId),
  (0, import_typeorm2.Index)("outlet_id", { unique: true })
], Outlet.prototype, "id", 2);
__decorateClass([
  (0, import_typeorm2.Column)(slug),
  (0, import_typeorm2.Index)("outlet_slug", { unique: true })
], Outlet.prototype, "slug", 2);
__decorateClass([
  (0, import_typeorm2.Column)(text)
], Outlet.prototype, "name", 2);
__decorateClass([
  (0, import_typeorm2.Column)(text)
], Outlet.prototype, "sortName", 2);
__decorateClass([
  (0, import_typeorm2.Column)(json)
], Outlet.prototype, "aliases", 2);
__decorateClass([
  (0, import_typeorm2.Column)(nullableCode(2))
], Outlet.prototype, "country", 2);
__decorateClass([
  (0, import_typeorm2.Column)(nullableText)
], Outlet.prototype, "homepage", 2);
__decorateClass([
  (0, import_typeorm2.Column)(tally)
], Outlet.prototype, "storyCount", 2);
__decorateClass([
  (0, import_typeorm2.Column)(tally)
], Outlet.prototype, "perspectiveCount", 2);
__decorateClass([
  (0, import_typeorm2.Column)(tally)
], Outlet.prototype, "collectiveCount", 2);
Outlet = __decorateClass([
  (0, import_typeorm2.Entity)("outlet"),
  (0, import_typeorm2.Index)("outlet_name", ["sortName", "slug"])
], Outlet);
var OutletReference = class {
};
__decorateClass([
  (0, import_typeorm2.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "outletReference_pk" })
], OutletReference.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm2.Column)(fingerprint2),
  (0, import_typeorm2.Index)("outletReference_digest", { unique: true })
], OutletReference.prototype, "digest", 2);
__decorateClass([
  (0, import_typeorm2.Column)({ type: "integer" })
], OutletReference.prototype, "outletKey", 2);
__decorateClass([
  (0, import_typeorm2.ManyToOne)(() => Outlet),
  (0, import_typeorm2.JoinColumn)({ name: "outletKey", foreignKeyConstraintName: "outletReference_outlet_fk" })
], OutletReference.prototype, "outlet", 2);
__decorateClass([
  (0, import_typeorm2.Column)(nullableSlug)
], OutletReference.prototype, "givenSlug", 2);
__decorateClass([
  (0, import_typeorm2.Column)(slug)
], OutletReference.prototype, "nameSlug", 2);
__decorateClass([
  (0, import_typeorm2.Column)(text)
], OutletReference.prototype, "name", 2);
__decorateClass([
  (0, import_typeorm2.Column)(json)
], OutletReference.prototype, "aliases", 2);
__decorateClass([
  (0, import_typeorm2.Column)(json)
], OutletReference.prototype, "aliasSlugs", 2);
__decorateClass([
  (0, import_typeorm2.Column)(nullableCode(2))
], OutletReference.prototype, "country", 2);
__decorateClass([
  (0, import_typeorm2.Column)(nullableText)
], OutletReference.prototype, "homepage", 2);
OutletReference = __decorateClass([
  (0, import_typeorm2.Entity)("outletReference"),
  (0, import_typeorm2.Index)("outletReference_outlet", ["outletKey"])
], OutletReference);
var StoryOutlet = class {
};
__decorateClass([
  (0, import_typeorm2.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "storyOutlet_pk" })
], StoryOutlet.prototype, "storyKey", 2);
__decorateClass([
  (0, import_typeorm2.ManyToOne)(() => Story, { onDelete: "CASCADE" }),
  (0, import_typeorm2.JoinColumn)({ name: "storyKey", foreignKeyConstraintName: "storyOutlet_story_fk" })
], StoryOutlet.prototype, "story", 2);
__decorateClass([
  (0, import_typeorm2.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "storyOutlet_pk" })
], StoryOutlet.prototype, "outletKey", 2);
__decorateClass([
  (0, import_typeorm2.ManyToOne)(() => Outlet),
  (0, import_typeorm2.JoinColumn)({ name: "outletKey", foreignKeyConstraintName: "storyOutlet_outlet_fk" })
], StoryOutlet.prototype, "outlet", 2);
__decorateClass([
  (0, import_typeorm2.Column)({ type: "integer" })
], StoryOutlet.prototype, "position", 2);
__decorateClass([
  (0, import_typeorm2.Column)(instant)
], StoryOutlet.prototype, "orderedAt", 2);
__decorateClass([
  (0, import_typeorm2.Column)(globalId)
], StoryOutlet.prototype, "storyId", 2);
StoryOutlet = __decorateClass([
  (0, import_typeorm2.Entity)("storyOutlet", { withoutRowid: true }),
  (0, import_typeorm2.Index)("storyOutlet_newest", ["outletKey", "orderedAt", "storyId"])
], StoryOutlet);

// src/store/entities/perspective.entity.ts
var import_typeorm3 = require("typeorm");
var Perspective = class {
};
__decorateClass([
  (0, import_typeorm3.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "perspective_pk" })
], Perspective.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm3.Column)(globalId),
  (0, import_typeorm3.Index)("perspective_id", { unique: true })
], Perspective.prototype, "id", 2);
__decorateClass([
  (0, import_typeorm3.Column)({ type: "integer" })
], Perspective.prototype, "storyKey", 2);
__decorateClass([
  (0, import_typeorm3.ManyToOne)(() => Story, { onDelete: "CASCADE" }),
  (0, import_typeorm3.JoinColumn)({ name: "storyKey", foreignKeyConstraintName: "perspective_story_fk" })
], Perspective.prototype, "story", 2);
__decorateClass([
  (0, import_typeorm3.Column)({ type: "integer" })
], Perspective.prototype, "position", 2);
__decorateClass([
  (0, import_typeorm3.Column)(nullableText)
], Perspective.prototype, "headline", 2);
__decorateClass([
  (0, import_typeorm3.Column)(text)
], Perspective.prototype, "text", 2);
__decorateClass([
  (0, import_typeorm3.Column)(json)
], Perspective.prototype, "statements", 2);
__decorateClass([
  (0, import_typeorm3.Column)(flag)
], Perspective.prototype, "isCollective", 2);
__decorateClass([
  (0, import_typeorm3.Column)(nullableText)
], Perspective.prototype, "url", 2);
__decorateClass([
  (0, import_typeorm3.Column)(nullableInstant)
], Perspective.prototype, "publishedAt", 2);
__decorateClass([
  (0, import_typeorm3.Column)(flag)
], Perspective.prototype, "isTruncated", 2);
Perspective = __decorateClass([
  (0, import_typeorm3.Entity)("perspective"),
  (0, import_typeorm3.Index)("perspective_story", ["storyKey", "position"], { unique: true })
], Perspective);
var PerspectiveOutlet = class {
};
__decorateClass([
  (0, import_typeorm3.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "perspectiveOutlet_pk" })
], PerspectiveOutlet.prototype, "perspectiveKey", 2);
__decorateClass([
  (0, import_typeorm3.ManyToOne)(() => Perspective, { onDelete: "CASCADE" }),
  (0, import_typeorm3.JoinColumn)({ name: "perspectiveKey", foreignKeyConstraintName: "perspectiveOutlet_perspective_fk" })
], PerspectiveOutlet.prototype, "perspective", 2);
__decorateClass([
  (0, import_typeorm3.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "perspectiveOutlet_pk" })
], PerspectiveOutlet.prototype, "position", 2);
__decorateClass([
  (0, import_typeorm3.Column)({ type: "integer" })
], PerspectiveOutlet.prototype, "outletKey", 2);
__decorateClass([
  (0, import_typeorm3.ManyToOne)(() => Outlet),
  (0, import_typeorm3.JoinColumn)({ name: "outletKey", foreignKeyConstraintName: "perspectiveOutlet_outlet_fk" })
], PerspectiveOutlet.prototype, "outlet", 2);
__decorateClass([
  (0, import_typeorm3.Column)({ type: "integer" })
], PerspectiveOutlet.prototype, "referenceKey", 2);
__decorateClass([
  (0, import_typeorm3.ManyToOne)(() => OutletReference),
  (0, import_typeorm3.JoinColumn)({ name: "referenceKey", foreignKeyConstraintName: "perspectiveOutlet_reference_fk" })
], PerspectiveOutlet.prototype, "reference", 2);
__decorateClass([
  (0, import_typeorm3.Column)(flag)
], PerspectiveOutlet.prototype, "isRepeat", 2);
__decorateClass([
  (0, import_typeorm3.Column)(instant)
], PerspectiveOutlet.prototype, "orderedAt", 2);
__decorateClass([
  (0, import_typeorm3.Column)(globalId)
], PerspectiveOutlet.prototype, "perspectiveId", 2);
__decorateClass([
  (0, import_typeorm3.Column)(flag)
], PerspectiveOutlet.prototype, "isCollective", 2);
PerspectiveOutlet = __decorateClass([
  (0, import_typeorm3.Entity)("perspectiveOutlet", { withoutRowid: true }),
  (0, import_typeorm3.Index)("perspectiveOutlet_newest", ["outletKey", "orderedAt", "perspectiveId", "isCollective"]),
  (0, import_typeorm3.Index)("perspectiveOutlet_reference", ["referenceKey"])
], PerspectiveOutlet);

// src/store/entities/question.entity.ts
var import_typeorm4 = require("typeorm");
var Question = class {
};
__decorateClass([
  (0, import_typeorm4.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "question_pk" })
], Question.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm4.Column)(globalId),
  (0, import_typeorm4.Index)("question_id", { unique: true })
], Question.prototype, "id", 2);
__decorateClass([
  (0, import_typeorm4.Column)(slug),
  (0, import_typeorm4.Index)("question_slug", { unique: true })
], Question.prototype, "slug", 2);
__decorateClass([
  (0, import_typeorm4.Column)(text)
], Question.prototype, "title", 2);
__decorateClass([
  (0, import_typeorm4.Column)(text)
], Question.prototype, "sortTitle", 2);
__decorateClass([
  (0, import_typeorm4.Column)(nullableText)
], Question.prototype, "intro", 2);
__decorateClass([
  (0, import_typeorm4.Column)(nullableJson)
], Question.prototype, "answer", 2);
__decorateClass([
  (0, import_typeorm4.Column)(flag)
], Question.prototype, "isTruncated", 2);
__decorateClass([
  (0, import_typeorm4.Column)(tally)
], Question.prototype, "storyCount", 2);
Question = __decorateClass([
  (0, import_typeorm4.Entity)("question"),
  (0, import_typeorm4.Index)("question_title", ["sortTitle", "slug"])
], Question);
var QuestionReference = class {
};
__decorateClass([
  (0, import_typeorm4.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "questionReference_pk" })
], QuestionReference.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm4.Column)(fingerprint2),
  (0, import_typeorm4.Index)("questionReference_digest", { unique: true })
], QuestionReference.prototype, "digest", 2);
__decorateClass([
  (0, import_typeorm4.Column)({ type: "integer" })
], QuestionReference.prototype, "questionKey", 2);
__decorateClass([
  (0, import_typeorm4.ManyToOne)(() => Question),
  (0, import_typeorm4.JoinColumn)({ name: "questionKey", foreignKeyConstraintName: "questionReference_question_fk" })
], QuestionReference.prototype, "question", 2);
__decorateClass([
  (0, import_typeorm4.Column)(nullableSlug)
], QuestionReference.prototype, "givenSlug", 2);
__decorateClass([
  (0, import_typeorm4.Column)(slug)
], QuestionReference.prototype, "nameSlug", 2);
__decorateClass([
  (0, import_typeorm4.Column)(text)
], QuestionReference.prototype, "title", 2);
QuestionReference = __decorateClass([
  (0, import_typeorm4.Entity)("questionReference"),
  (0, import_typeorm4.Index)("questionReference_question", ["questionKey"]),
  (0, import_typeorm4.Index)("questionReference_givenSlug", ["givenSlug"]),
  (0, import_typeorm4.Index)("questionReference_nameSlug", ["nameSlug"])
], QuestionReference);
var StoryQuestion = class {
};
__decorateClass([
  (0, import_typeorm4.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "storyQuestion_pk" })
], StoryQuestion.prototype, "storyKey", 2);
__decorateClass([
  (0, import_typeorm4.ManyToOne)(() => Story, { onDelete: "CASCADE" }),
  (0, import_typeorm4.JoinColumn)({ name: "storyKey", foreignKeyConstraintName: "storyQuestion_story_fk" })
], StoryQuestion.prototype, "story", 2);
__decorateClass([
  (0, import_typeorm4.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "storyQuestion_pk" })
], StoryQuestion.prototype, "position", 2);
__decorateClass([
  (0, import_typeorm4.Column)({ type: "integer" })
], StoryQuestion.prototype, "questionKey", 2);
__decorateClass([
  (0, import_typeorm4.ManyToOne)(() => Question),
  (0, import_typeorm4.JoinColumn)({ name: "questionKey", foreignKeyConstraintName: "storyQuestion_question_fk" })
], StoryQuestion.prototype, "question", 2);
__decorateClass([
  (0, import_typeorm4.Column)({ type: "integer" })
], StoryQuestion.prototype, "referenceKey", 2);
__decorateClass([
  (0, import_typeorm4.ManyToOne)(() => QuestionReference),
  (0, import_typeorm4.JoinColumn)({ name: "referenceKey", foreignKeyConstraintName: "storyQuestion_reference_fk" })
], StoryQuestion.prototype, "reference", 2);
__decorateClass([
  (0, import_typeorm4.Column)(flag)
], StoryQuestion.prototype, "isRepeat", 2);
__decorateClass([
  (0, import_typeorm4.Column)(nullableText)
], StoryQuestion.prototype, "intro", 2);
__decorateClass([
  (0, import_typeorm4.Column)(nullableJson)
], StoryQuestion.prototype, "answer", 2);
__decorateClass([
  (0, import_typeorm4.Column)(flag)
], StoryQuestion.prototype, "isTruncated", 2);
__decorateClass([
  (0, import_typeorm4.Column)({ type: "integer" })
], StoryQuestion.prototype, "completeness", 2);
__decorateClass([
  (0, import_typeorm4.Column)(instant)
], StoryQuestion.prototype, "orderedAt", 2);
__decorateClass([
  (0, import_typeorm4.Column)(globalId)
], StoryQuestion.prototype, "storyId", 2);
StoryQuestion = __decorateClass([
  (0, import_typeorm4.Entity)("storyQuestion", { withoutRowid: true }),
  (0, import_typeorm4.Index)("storyQuestion_newest", ["questionKey", "isRepeat", "orderedAt", "storyId"]),
  (0, import_typeorm4.Index)("storyQuestion_shown", ["questionKey", "completeness", "orderedAt", "storyId"]),
  (0, import_typeorm4.Index)("storyQuestion_reference", ["referenceKey"])
], StoryQuestion);

// src/store/entities/tally.entity.ts
var import_typeorm6 = require("typeorm");

// src/store/entities/topic.entity.ts
var import_typeorm5 = require("typeorm");
var kind = nullableCode(12);
var wikidataId = nullableCode(20);
var Topic = class {
};
__decorateClass([
  (0, import_typeorm5.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "topic_pk" })
], Topic.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm5.Column)(globalId),
  (0, import_typeorm5.Index)("topic_id", { unique: true })
], Topic.prototype, "id", 2);
__decorateClass([
  (0, import_typeorm5.Column)(slug),
  (0, import_typeorm5.Index)("topic_slug", { unique: true })
], Topic.prototype, "slug", 2);
__decorateClass([
  (0, import_typeorm5.Column)(text)
], Topic.prototype, "name", 2);
__decorateClass([
  (0, import_typeorm5.Column)(text)
], Topic.prototype, "sortName", 2);
__decorateClass([
  (0, import_typeorm5.Column)(flag)
], Topic.prototype, "nameIsDerived", 2);
__decorateClass([
  (0, import_typeorm5.Column)(json)
], Topic.prototype, "aliases", 2);
__decorateClass([
  (0, import_typeorm5.Column)(kind)
], Topic.prototype, "kind", 2);
__decorateClass([
  (0, import_typeorm5.Column)(wikidataId)
], Topic.prototype, "wikidataId", 2);
__decorateClass([
  (0, import_typeorm5.Column)(nullableText)
], Topic.prototype, "description", 2);
__decorateClass([
  (0, import_typeorm5.Column)(flag)
], Topic.prototype, "isTruncated", 2);
__decorateClass([
  (0, import_typeorm5.Column)(tally)
], Topic.prototype, "storyCount", 2);
Topic = __decorateClass([
  (0, import_typeorm5.Entity)("topic"),
  (0, import_typeorm5.Index)("topic_name", ["sortName", "slug"])
], Topic);
var TopicReference = class {
};
__decorateClass([
  (0, import_typeorm5.PrimaryGeneratedColumn)({ type: "integer", primaryKeyConstraintName: "topicReference_pk" })
], TopicReference.prototype, "key", 2);
__decorateClass([
  (0, import_typeorm5.Column)(fingerprint2),
  (0, import_typeorm5.Index)("topicReference_digest", { unique: true })
], TopicReference.prototype, "digest", 2);
__decorateClass([
  (0, import_typeorm5.Column)({ type: "integer" })
], TopicReference.prototype, "topicKey", 2);
__decorateClass([
  (0, import_typeorm5.ManyToOne)(() => Topic),
  (0, import_typeorm5.JoinColumn)({ name: "topicKey", foreignKeyConstraintName: "topicReference_topic_fk" })
], TopicReference.prototype, "topic", 2);
__decorateClass([
  (0, import_typeorm5.Column)(nullableSlug)
], TopicReference.prototype, "givenSlug", 2);
__decorateClass([
  (0, import_typeorm5.Column)(wikidataId)
], TopicReference.prototype, "wikidataId", 2);
__decorateClass([
  (0, import_typeorm5.Column)(slug)
], TopicReference.prototype, "nameSlug", 2);
__decorateClass([
  (0, import_typeorm5.Column)(text)
], TopicReference.prototype, "name", 2);
__decorateClass([
  (0, import_typeorm5.Column)(flag)
], TopicReference.prototype, "nameIsDerived", 2);
__decorateClass([
  (0, import_typeorm5.Column)(json)
], TopicReference.prototype, "aliases", 2);
__decorateClass([
  (0, import_typeorm5.Column)(kind)
], TopicReference.prototype, "kind", 2);
TopicReference = __decorateClass([
  (0, import_typeorm5.Entity)("topicReference"),
  (0, import_typeorm5.Index)("topicReference_topic", ["topicKey"]),
  (0, import_typeorm5.Index)("topicReference_givenSlug", ["givenSlug"]),
  (0, import_typeorm5.Index)("topicReference_nameSlug", ["nameSlug"]),
  (0, import_typeorm5.Index)("topicReference_wikidataId", ["wikidataId"])
], TopicReference);
var StoryTopic = class {
};
__decorateClass([
  (0, import_typeorm5.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "storyTopic_pk" })
], StoryTopic.prototype, "storyKey", 2);
__decorateClass([
  (0, import_typeorm5.ManyToOne)(() => Story, { onDelete: "CASCADE" }),
  (0, import_typeorm5.JoinColumn)({ name: "storyKey", foreignKeyConstraintName: "storyTopic_story_fk" })
], StoryTopic.prototype, "story", 2);
__decorateClass([
  (0, import_typeorm5.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "storyTopic_pk" })
], StoryTopic.prototype, "position", 2);
__decorateClass([
  (0, import_typeorm5.Column)({ type: "integer" })
], StoryTopic.prototype, "topicKey", 2);
__decorateClass([
  (0, import_typeorm5.ManyToOne)(() => Topic),
  (0, import_typeorm5.JoinColumn)({ name: "topicKey", foreignKeyConstraintName: "storyTopic_topic_fk" })
], StoryTopic.prototype, "topic", 2);
__decorateClass([
  (0, import_typeorm5.Column)({ type: "integer" })
], StoryTopic.prototype, "referenceKey", 2);
__decorateClass([
  (0, import_typeorm5.ManyToOne)(() => TopicReference),
  (0, import_typeorm5.JoinColumn)({ name: "referenceKey", foreignKeyConstraintName: "storyTopic_reference_fk" })
], StoryTopic.prototype, "reference", 2);
__decorateClass([
  (0, import_typeorm5.Column)(flag)
], StoryTopic.prototype, "isRepeat", 2);
__decorateClass([
  (0, import_typeorm5.Column)(nullableText)
], StoryTopic.prototype, "description", 2);
__decorateClass([
  (0, import_typeorm5.Column)(flag)
], StoryTopic.prototype, "isTruncated", 2);
__decorateClass([
  (0, import_typeorm5.Column)({ type: "integer" })
], StoryTopic.prototype, "completeness", 2);
__decorateClass([
  (0, import_typeorm5.Column)(instant)
], StoryTopic.prototype, "orderedAt", 2);
__decorateClass([
  (0, import_typeorm5.Column)(globalId)
], StoryTopic.prototype, "storyId", 2);
StoryTopic = __decorateClass([
  (0, import_typeorm5.Entity)("storyTopic", { withoutRowid: true }),
  (0, import_typeorm5.Index)("storyTopic_newest", ["topicKey", "isRepeat", "orderedAt", "storyId"]),
  (0, import_typeorm5.Index)("storyTopic_shown", ["topicKey", "completeness", "orderedAt", "storyId"]),
  (0, import_typeorm5.Index)("storyTopic_reference", ["referenceKey"])
], StoryTopic);

// src/store/entities/tally.entity.ts
var TopicOutlet = class {
};
__decorateClass([
  (0, import_typeorm6.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "topicOutlet_pk" })
], TopicOutlet.prototype, "topicKey", 2);
__decorateClass([
  (0, import_typeorm6.ManyToOne)(() => Topic, { onDelete: "CASCADE" }),
  (0, import_typeorm6.JoinColumn)({ name: "topicKey", foreignKeyConstraintName: "topicOutlet_topic_fk" })
], TopicOutlet.prototype, "topic", 2);
__decorateClass([
  (0, import_typeorm6.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "topicOutlet_pk" })
], TopicOutlet.prototype, "outletKey", 2);
__decorateClass([
  (0, import_typeorm6.ManyToOne)(() => Outlet, { onDelete: "CASCADE" }),
  (0, import_typeorm6.JoinColumn)({ name: "outletKey", foreignKeyConstraintName: "topicOutlet_outlet_fk" })
], TopicOutlet.prototype, "outlet", 2);
__decorateClass([
  (0, import_typeorm6.Column)(tally)
], TopicOutlet.prototype, "storyCount", 2);
TopicOutlet = __decorateClass([
  (0, import_typeorm6.Entity)("topicOutlet", { withoutRowid: true }),
  (0, import_typeorm6.Index)("topicOutlet_outlet", ["outletKey"])
], TopicOutlet);
var TopicTopic = class {
};
__decorateClass([
  (0, import_typeorm6.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "topicTopic_pk" })
], TopicTopic.prototype, "topicKey", 2);
__decorateClass([
  (0, import_typeorm6.ManyToOne)(() => Topic, { onDelete: "CASCADE" }),
  (0, import_typeorm6.JoinColumn)({ name: "topicKey", foreignKeyConstraintName: "topicTopic_topic_fk" })
], TopicTopic.prototype, "topic", 2);
__decorateClass([
  (0, import_typeorm6.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "topicTopic_pk" })
], TopicTopic.prototype, "relatedKey", 2);
__decorateClass([
  (0, import_typeorm6.ManyToOne)(() => Topic, { onDelete: "CASCADE" }),
  (0, import_typeorm6.JoinColumn)({ name: "relatedKey", foreignKeyConstraintName: "topicTopic_related_fk" })
], TopicTopic.prototype, "related", 2);
__decorateClass([
  (0, import_typeorm6.Column)(tally)
], TopicTopic.prototype, "storyCount", 2);
TopicTopic = __decorateClass([
  (0, import_typeorm6.Entity)("topicTopic", { withoutRowid: true }),
  (0, import_typeorm6.Index)("topicTopic_related", ["relatedKey"])
], TopicTopic);
var QuestionTopic = class {
};
__decorateClass([
  (0, import_typeorm6.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "questionTopic_pk" })
], QuestionTopic.prototype, "questionKey", 2);
__decorateClass([
  (0, import_typeorm6.ManyToOne)(() => Question, { onDelete: "CASCADE" }),
  (0, import_typeorm6.JoinColumn)({ name: "questionKey", foreignKeyConstraintName: "questionTopic_question_fk" })
], QuestionTopic.prototype, "question", 2);
__decorateClass([
  (0, import_typeorm6.PrimaryColumn)({ type: "integer", primaryKeyConstraintName: "questionTopic_pk" })
], QuestionTopic.prototype, "topicKey", 2);
__decorateClass([
  (0, import_typeorm6.ManyToOne)(() => Topic, { onDelete: "CASCADE" }),
  (0, import_typeorm6.JoinColumn)({ name: "topicKey", foreignKeyConstraintName: "questionTopic_topic_fk" })
], QuestionTopic.prototype, "topic", 2);
__decorateClass([
  (0, import_typeorm6.Column)(tally)
], QuestionTopic.prototype, "storyCount", 2);
QuestionTopic = __decorateClass([
  (0, import_typeorm6.Entity)("questionTopic", { withoutRowid: true }),
  (0, import_typeorm6.Index)("questionTopic_topic", ["topicKey"])
], QuestionTopic);

// src/store/entities/index.ts
var entities = [
  Story,
  Perspective,
  PerspectiveOutlet,
  Outlet,
  OutletReference,
  StoryOutlet,
  Question,
  QuestionReference,
  StoryQuestion,
  Topic,
  TopicReference,
  StoryTopic,
  TopicOutlet,
  TopicTopic,
  QuestionTopic
];

// src/store/migrations/1780000000000-initial.ts
var import_typeorm7 = require("typeorm");
var Initial1780000000000 = class {
  constructor() {
    this.name = "Initial1780000000000";
  }
  async up(queryRunner) {
    const isPostgres = queryRunner.connection.options.type === "postgres";
    for (const table of tables(columnsFor(isPostgres))) await queryRunner.createTable(new import_typeorm7.Table(table));
  }
  async down(queryRunner) {
    const isPostgres = queryRunner.connection.options.type === "postgres";
    for (const table of tables(columnsFor(isPostgres)).reverse()) await queryRunner.dropTable(table.name);
  }
};
function columnsFor(isPostgres) {
  const collation2 = isPostgres ? "C" : void 0;
  const no = isPostgres ? "false" : "0";
  const text3 = (name, options = {}) => ({
    name,
    type: "text",
    collation: collation2,
    ...options
  });
  const varchar = (name, length, options = {}) => text3(name, { type: "varchar", length: String(length), ...options });
  const integer2 = (name, options = {}) => ({
    name,
    type: "integer",
    ...options
  });
  return {
    generatedKey: (table) => integer2("key", {
      isPrimary: true,
      isGenerated: true,
      generationStrategy: "increment",
      primaryKeyConstraintName: `${table}_pk`
    }),
    primary: (table, name) => integer2(name, { isPrimary: true, primaryKeyConstraintName: `${table}_pk` }),
    text: text3,
    nullableText: (name) => text3(name, { isNullable: true }),
    integer: integer2,
    tally: (name) => integer2(name, { default: 0 }),
    flag: (name) => ({ name, type: "boolean", default: no }),
    id: (name) => varchar(name, 21),
    slug: (name) => varchar(name, 240),
    nullableSlug: (name) => varchar(name, 240, { isNullable: true }),
    instant: (name) => varchar(name, 24),
    nullableInstant: (name) => varchar(name, 24, { isNullable: true }),
    digest: (name) => varchar(name, 43),
    nullableVarchar: (name, length) => varchar(name, length, { isNullable: true })
  };
}
function tables(c) {
  return [...nodeTables(c), ...referenceTables(c), ...tieTables(c), ...tallyTables(c)];
}
function nodeTables(c) {
  return [
    {
      name: "story",
      columns: [
        c.generatedKey("story"),
        c.id("id"),
        c.slug("slug"),
        c.slug("slugBase"),
        c.flag("slugIsGiven"),
        c.text("title"),
        c.flag("titleIsDerived"),
        c.nullableVarchar("language", 35),
        c.nullableText("url"),
        c.nullableInstant("publishedAt"),
        c.nullableInstant("sourceUpdatedAt"),
        c.instant("importedAt"),
        c.instant("updatedAt"),
        c.instant("orderedAt"),
        c.text("summary"),
        c.nullableText("analysis"),
        c.nullableText("coverage"),
        c.nullableText("background"),
        c.text("otherSections"),
        c.tally("perspectiveCount"),
        c.tally("outletCount"),
        c.tally("questionCount"),
        c.tally("topicCount"),
        c.digest("contentDigest")
      ],
      indices: [
        unique("story_id", "id"),
        unique("story_slug", "slug"),
        index("story_slugBase", "slugBase"),
        index("story_newest", "orderedAt", "id"),
        index("story_updated", "updatedAt", "id")
      ]
    },
    {
      name: "perspective",
      columns: [
        c.generatedKey("perspective"),
        c.id("id"),
        c.integer("storyKey"),
        c.integer("position"),
        c.nullableText("headline"),
        c.text("text"),
        c.text("statements"),
        c.flag("isCollective"),
        c.nullableText("url"),
        c.nullableInstant("publishedAt"),
        c.flag("isTruncated")
      ],
      indices: [unique("perspective_id", "id"), unique("perspective_story", "storyKey", "position")],
      foreignKeys: [reference("perspective_story_fk", "storyKey", "story", "CASCADE")]
    },
    {
      name: "outlet",
      columns: [
        c.generatedKey("outlet"),
        c.id("id"),
        c.slug("slug"),
        c.text("name"),
        c.text("sortName"),
        c.text("aliases"),
        c.nullableVarchar("country", 2),
        c.nullableText("homepage"),
        c.tally("storyCount"),
        c.tally("perspectiveCount"),
        c.tally("collectiveCount")
      ],
      indices: [unique("outlet_id", "id"), unique("outlet_slug", "slug"), index("outlet_name", "sortName", "slug")]
    },
    {
      name: "question",
      columns: [
        c.generatedKey("question"),
        c.id("id"),
        c.slug("slug"),
        c.text("title"),
        c.text("sortTitle"),
        c.nullableText("intro"),
        c.nullableText("answer"),
        c.flag("isTruncated"),
        c.tally("storyCount")
      ],
      indices: [
        unique("question_id", "id"),
        unique("question_slug", "slug"),
        index("question_title", "sortTitle", "slug")
      ]
    },
    {
      name: "topic",
      columns: [
        c.generatedKey("topic"),
        c.id("id"),
        c.slug("slug"),
        c.text("name"),
        c.text("sortName"),
        c.flag("nameIsDerived"),
        c.text("aliases"),
        c.nullableVarchar("kind", 12),
        c.nullableVarchar("wikidataId", 20),
        c.nullableText("description"),
        c.flag("isTruncated"),
        c.tally("storyCount")
      ],
      indices: [unique("topic_id", "id"), unique("topic_slug", "slug"), index("topic_name", "sortName", "slug")]
    }
  ];
}
function referenceTables(c) {
  return [
    {
      name: "outletReference",
      columns: [
        c.generatedKey("outletReference"),
        c.digest("digest"),
        c.integer("outletKey"),
        c.nullableSlug("givenSlug"),
        c.slug("nameSlug"),
        c.text("name"),
        c.text("aliases"),
        c.text("aliasSlugs"),
        c.nullableVarchar("country", 2),
        c.nullableText("homepage")
      ],
      indices: [unique("outletReference_digest", "digest"), index("outletReference_outlet", "outletKey")],
      foreignKeys: [reference("outletReference_outlet_fk", "outletKey", "outlet")]
    },
    {
      name: "questionReference",
      columns: [
        c.generatedKey("questionReference"),
        c.digest("digest"),
        c.integer("questionKey"),
        c.nullableSlug("givenSlug"),
        c.slug("nameSlug"),
        c.text("title")
      ],
      indices: [
        unique("questionReference_digest", "digest"),
        index("questionReference_question", "questionKey"),
        index("questionReference_givenSlug", "givenSlug"),
        index("questionReference_nameSlug", "nameSlug")
      ],
      foreignKeys: [reference("questionReference_question_fk", "questionKey", "question")]
    },
    {
      name: "topicReference",
      columns: [
        c.generatedKey("topicReference"),
        c.digest("digest"),
        c.integer("topicKey"),
        c.nullableSlug("givenSlug"),
        c.nullableVarchar("wikidataId", 20),
        c.slug("nameSlug"),
        c.text("name"),
        c.flag("nameIsDerived"),
        c.text("aliases"),
        c.nullableVarchar("kind", 12)
      ],
      indices: [
        unique("topicReference_digest", "digest"),
        index("topicReference_topic", "topicKey"),
        index("topicReference_givenSlug", "givenSlug"),
        index("topicReference_nameSlug", "nameSlug"),
        index("topicReference_wikidataId", "wikidataId")
      ],
      foreignKeys: [reference("topicReference_topic_fk", "topicKey", "topic")]
    }
  ];
}
function tieTables(c) {
  return [
    {
      name: "perspectiveOutlet",
      withoutRowid: true,
      columns: [
        c.primary("perspectiveOutlet", "perspectiveKey"),
        c.primary("perspectiveOutlet", "position"),
        c.integer("outletKey"),
        c.integer("referenceKey"),
        c.flag("isRepeat"),
        c.instant("orderedAt"),
        c.id("perspectiveId"),
        c.flag("isCollective")
      ],
      indices: [
        index("perspectiveOutlet_newest", "outletKey", "orderedAt", "perspectiveId", "isCollective"),
        index("perspectiveOutlet_reference", "referenceKey")
      ],
      foreignKeys: [
        reference("perspectiveOutlet_perspective_fk", "perspectiveKey", "perspective", "CASCADE"),
        reference("perspectiveOutlet_outlet_fk", "outletKey", "outlet"),
        reference("perspectiveOutlet_reference_fk", "referenceKey", "outletReference")
      ]
    },
    {
      name: "storyOutlet",
      withoutRowid: true,
      columns: [
        c.primary("storyOutlet", "storyKey"),
        c.primary("storyOutlet", "outletKey"),
        c.integer("position"),
        c.instant("orderedAt"),
        c.id("storyId")
      ],
      indices: [index("storyOutlet_newest", "outletKey", "orderedAt", "storyId")],
      foreignKeys: [
        reference("storyOutlet_story_fk", "storyKey", "story", "CASCADE"),
        reference("storyOutlet_outlet_fk", "outletKey", "outlet")
      ]
    },
    {
      name: "storyQuestion",
      withoutRowid: true,
      columns: [
        c.primary("storyQuestion", "storyKey"),
        c.primary("storyQuestion", "position"),
        c.integer("questionKey"),
        c.integer("referenceKey"),
        c.flag("isRepeat"),
        c.nullableText("intro"),
        c.nullableText("answer"),
        c.flag("isTruncated"),
        c.integer("completeness"),
        c.instant("orderedAt"),
        c.id("storyId")
      ],
      indices: [
        index("storyQuestion_newest", "questionKey", "isRepeat", "orderedAt", "storyId"),
        index("storyQuestion_shown", "questionKey", "completeness", "orderedAt", "storyId"),
        index("storyQuestion_reference", "referenceKey")
      ],
      foreignKeys: [
        reference("storyQuestion_story_fk", "storyKey", "story", "CASCADE"),
        reference("storyQuestion_question_fk", "questionKey", "question"),
        reference("storyQuestion_reference_fk", "referenceKey", "questionReference")
      ]
    },
    {
      name: "storyTopic",
      withoutRowid: true,
      columns: [
        c.primary("storyTopic", "storyKey"),
        c.primary("storyTopic", "position"),
        c.integer("topicKey"),
        c.integer("referenceKey"),
        c.flag("isRepeat"),
        c.nullableText("description"),
        c.flag("isTruncated"),
        c.integer("completeness"),
        c.instant("orderedAt"),
        c.id("storyId")
      ],
      indices: [
        index("storyTopic_newest", "topicKey", "isRepeat", "orderedAt", "storyId"),
        index("storyTopic_shown", "topicKey", "completeness", "orderedAt", "storyId"),
        index("storyTopic_reference", "referenceKey")
      ],
      foreignKeys: [
        reference("storyTopic_story_fk", "storyKey", "story", "CASCADE"),
        reference("storyTopic_topic_fk", "topicKey", "topic"),
        reference("storyTopic_reference_fk", "referenceKey", "topicReference")
      ]
    }
  ];
}
function tallyTables(c) {
  return [
    {
      name: "topicOutlet",
      withoutRowid: true,
      columns: [c.primary("topicOutlet", "topicKey"), c.primary("topicOutlet", "outletKey"), c.tally("storyCount")],
      indices: [index("topicOutlet_outlet", "outletKey")],
      foreignKeys: [
        reference("topicOutlet_topic_fk", "topicKey", "topic", "CASCADE"),
        reference("topicOutlet_outlet_fk", "outletKey", "outlet", "CASCADE")
      ]
    },
    {
      name: "topicTopic",
      withoutRowid: true,
      columns: [c.primary("topicTopic", "topicKey"), c.primary("topicTopic", "relatedKey"), c.tally("storyCount")],
      indices: [index("topicTopic_related", "relatedKey")],
      foreignKeys: [
        reference("topicTopic_topic_fk", "topicKey", "topic", "CASCADE"),
        reference("topicTopic_related_fk", "relatedKey", "topic", "CASCADE")
      ]
    },
    {
      name: "questionTopic",
      withoutRowid: true,
      columns: [
        c.primary("questionTopic", "questionKey"),
        c.primary("questionTopic", "topicKey"),
        c.tally("storyCount")
      ],
      indices: [index("questionTopic_topic", "topicKey")],
      foreignKeys: [
        reference("questionTopic_question_fk", "questionKey", "question", "CASCADE"),
        reference("questionTopic_topic_fk", "topicKey", "topic", "CASCADE")
      ]
    }
  ];
}
function index(name, ...columnNames) {
  return { name, columnNames };
}
function unique(name, ...columnNames) {
  return { name, columnNames, isUnique: true };
}
function reference(name, column, table, onDelete) {
  return { name, columnNames: [column], referencedTableName: table, referencedColumnNames: ["key"], onDelete };
}

// src/store/migrations/index.ts
var migrations = [Initial1780000000000];

// src/store/database/data-source.ts
var BUSY_TIMEOUT_MS = 5e3;
var CONNECT_TIMEOUT_MS = 5e3;
var POOL_SIZE = 10;
var schema = {
  entities,
  migrations,
  // A database may be shared with other programs of TypeORM, whose table has the default name.
  migrationsTableName: "newsgraphMigration",
  synchronize: false,
  logging: false
};
function dataSourceOf(location) {
  switch (location.kind) {
    case "postgres":
      return new import_typeorm8.DataSource({
        ...schema,
        type: "postgres",
        url: location.url,
        applicationName: "newsgraph",
        installExtensions: false,
        poolSize: POOL_SIZE,
        connectTimeoutMS: CONNECT_TIMEOUT_MS,
        // The pool has already dropped an idle connection that broke; the next read opens a new one.
        poolErrorHandler: () => void 0,
        // Compiling a statement of ours to machine code takes a hundred times as long as running it.
        extra: { keepAlive: true, options: "-c jit=off" }
      });
    case "sqlite-file":
      return new import_typeorm8.DataSource({ ...schema, ...sqliteOptions(location.path) });
    case "sqlite-temporary":
      return new import_typeorm8.DataSource({ ...schema, ...sqliteOptions(":memory:") });
  }
}
function readOnlySqliteSource(path3) {
  return new import_typeorm8.DataSource({ ...sqliteOptions(path3), flags: import_sqlite3.default.OPEN_READONLY });
}
function sqliteOptions(path3) {
  return { type: "sqlite", database: path3, driver: quietDriver(), busyTimeout: BUSY_TIMEOUT_MS };
}
function quietDriver() {
  const quiet = Object.create(import_sqlite3.default);
  quiet.verbose = () => quiet;
  return quiet;
}

// src/store/database/dialect.ts
var quote = (name) => `'${name.replaceAll("'", "''")}'`;
var pairs = (entries) => entries.map(([name, expression]) => `${quote(name)}, ${expression}`).join(", ");
var sqlite = {
  name: "sqlite",
  // Numbered: sqlite3 binds `$1` by first appearance in the text, not by its number.
  parameter: (place) => `?${place}`,
  jsonObject: (entries) => `json_object(${pairs(entries)})`,
  jsonList: (expressions) => `json_array(${expressions.join(", ")})`,
  jsonArray: (expression) => `json_group_array(${expression})`,
  asJson: (expression) => `json(${expression})`,
  rows: (parameter, columns2, alias) => {
    const fields = Object.entries(columns2).map(
      ([name, type]) => (
        // -> keeps a JSON list or object as JSON text, ->> makes SQL values (booleans become 0 and 1).
        type === "json" ? `nullif(value -> '$.${name}', 'null') AS "${name}"` : `value ->> '$.${name}' AS "${name}"`
      )
    );
    return `(SELECT key AS "place", ${fields.join(", ")} FROM json_each(${parameter})) AS ${alias}`;
  },
  bulk: (columns2, rows, alias, firstPlace = 1) => {
    const names2 = Object.keys(columns2);
    const fields = names2.map((name, place) => `value ->> ${place} AS "${name}"`);
    return {
      table: `(SELECT ${fields.join(", ")} FROM jsonb_each(?${firstPlace})) AS ${alias}`,
      parameters: [JSON.stringify(rows.map((row) => names2.map((name) => row[name])))]
    };
  },
  values: (parameter, alias) => `(SELECT key AS "place", value AS "value" FROM json_each(${parameter})) AS ${alias}`,
  keys: (parameter) => `(SELECT value FROM json_each(${parameter}))`,
  texts: (parameter) => `(SELECT value FROM json_each(${parameter}))`,
  lateralKeys: (subquery, alias) => `json_each((SELECT json_group_array("key") FROM (${subquery}))) AS ${alias}`,
  boolean: (value) => value ? "1" : "0"
};
var POSTGRES_TYPES = {
  text: "text",
  integer: "integer",
  boolean: "boolean",
  json: "json"
};
function arrayLiteral(values) {
  const elements = values.map(
    (value) => value === null || value === void 0 ? "NULL" : `"${String(value).replace(/["\\]/g, "\\$&")}"`
  );
  return `{${elements.join(",")}}`;
}
var postgres = {
  name: "postgres",
  parameter: (place) => `$${place}`,
  jsonObject: (entries) => `json_build_object(${pairs(entries)})`,
  jsonList: (expressions) => `json_build_array(${expressions.join(", ")})`,
  jsonArray: (expression) => `coalesce(json_agg(${expression}), '[]'::json)`,
  asJson: (expression) => `(${expression})::json`,
  rows: (parameter, columns2, alias) => {
    const fields = Object.entries(columns2).map(([name, type]) => {
      const value = type === "json" ? `nullif((value -> '${name}')::text, 'null')` : `(value ->> '${name}')`;
      return `${value}${type === "json" ? "" : `::${POSTGRES_TYPES[type]}`} AS "${name}"`;
    });
    return `(SELECT ordinality::integer - 1 AS "place", ${fields.join(", ")} FROM json_array_elements(${parameter}::json) WITH ORDINALITY) AS ${alias}`;
  },
  bulk: (columns2, rows, alias, firstPlace = 1) => {
    const names2 = Object.keys(columns2);
    const arrays = Object.values(columns2).map((type, place) => `$${firstPlace + place}::${POSTGRES_TYPES[type]}[]`);
    return {
      table: `unnest(${arrays.join(", ")}) AS ${alias} (${names2.map((name) => `"${name}"`).join(", ")})`,
      parameters: names2.map((name) => arrayLiteral(rows.map((row) => row[name])))
    };
  },
  values: (parameter, alias) => `(SELECT ordinality::integer - 1 AS "place", value AS "value" FROM json_array_elements_text(${parameter}::json) WITH ORDINALITY) AS ${alias}`,
  keys: (parameter) => `(SELECT value::integer FROM json_array_elements_text(${parameter}::json))`,
  texts: (parameter) => `(SELECT value FROM json_array_elements_text(${parameter}::json))`,
  lateralKeys: (subquery, alias) => `LATERAL (SELECT "key" AS "value" FROM (${subquery}) AS candidates) AS ${alias}`,
  boolean: (value) => value ? "true" : "false"
};

// src/store/database/serial-queue.ts
var SerialQueue = class {
  constructor() {
    this.last = Promise.resolve();
  }
  run(task) {
    const result = this.last.then(task);
    this.last = result.catch(() => void 0);
    return result;
  }
  /** Resolves when every task that has come so far is over. */
  async drained() {
    await this.last;
  }
};

// src/store/database/postgres.ts
var WRITE_LOCK = 7365831901;
var WRITE_TIMEOUT_MS = 3e5;
var MAX_NAMED_TEXTS = 500;
var WORTH_A_NAME = 3;
async function openPostgresSource(location) {
  return dataSourceOf(location).initialize();
}
function postgresDatabase(dataSource, lockTimeoutMs) {
  return new PostgresDatabase(dataSource, lockTimeoutMs);
}
var PostgresDatabase = class {
  constructor(dataSource, lockTimeoutMs) {
    this.dataSource = dataSource;
    this.dialect = postgres;
    this.queue = new SerialQueue();
    this.names = new StatementNames();
    this.isClosed = false;
    this.pool = poolOf(dataSource);
    this.begin = [
      "BEGIN",
      `SET LOCAL lock_timeout = ${Math.ceil(lockTimeoutMs)}`,
      `SET LOCAL statement_timeout = ${WRITE_TIMEOUT_MS}`,
      `SELECT pg_advisory_xact_lock(${WRITE_LOCK})`
    ].join("; ");
  }
  async read(sql, parameters = [], signal) {
    if (this.isClosed) throw new StoreUnavailableError("The store is closed.");
    if (signal === void 0) return runOn(this.pool, this.names, sql, parameters);
    return queryUntil(this.pool, signal, (client) => runOn(client, this.names, sql, parameters));
  }
  transaction(work) {
    if (this.isClosed) return Promise.reject(new StoreUnavailableError("The store is closed."));
    return this.queue.run(async () => {
      const client = await this.pool.connect().catch((error) => {
        throw translatePostgresError(error);
      });
      client.on("error", ignore);
      let failure = null;
      try {
        return await this.inTransaction(client, work);
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        client.off("error", ignore);
        client.release(failure instanceof StoreUnavailableError);
      }
    });
  }
  async close() {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.queue.drained();
    await this.dataSource.destroy();
  }
  async inTransaction(client, work) {
    const transaction = new PostgresTransaction(client, this.names);
    try {
      await command(client, this.begin);
      const result = await work(transaction);
      transaction.end();
      const answer = await command(client, "COMMIT");
      if (answer === "ROLLBACK") throw new Error("A transaction was committed although one of its statements had failed.");
      return result;
    } catch (error) {
      transaction.end();
      await client.query("ROLLBACK").catch(() => void 0);
      throw error;
    }
  }
};
var PostgresTransaction = class {
  constructor(client, names2) {
    this.client = client;
    this.names = names2;
    this.dialect = postgres;
    /** A connection carries out one statement at a time. */
    this.queue = new SerialQueue();
    this.isOver = false;
  }
  run(sql, parameters = []) {
    return this.queue.run(async () => {
      if (this.isOver) throw new Error("A transaction was used after its end.");
      return runOn(this.client, this.names, sql, parameters);
    });
  }
  end() {
    this.isOver = true;
  }
};
var StatementNames = class {
  constructor() {
    this.uses = /* @__PURE__ */ new Map();
    this.names = /* @__PURE__ */ new Map();
  }
  nameOf(sql) {
    const name = this.names.get(sql);
    if (name !== void 0 || this.names.size >= MAX_NAMED_TEXTS) return name;
    const uses = (this.uses.get(sql) ?? 0) + 1;
    if (uses < WORTH_A_NAME) {
      if (this.uses.size >= MAX_NAMED_TEXTS) this.uses.clear();
      this.uses.set(sql, uses);
      return void 0;
    }
    this.uses.delete(sql);
    const fresh = (0, import_node_crypto3.createHash)("sha256").update(sql).digest("hex").slice(0, 32);
    this.names.set(sql, fresh);
    return fresh;
  }
};
async function runOn(target, names2, sql, parameters) {
  try {
    const { rows } = await target.query({
      name: names2.nameOf(sql),
      text: sql,
      values: [...parameters]
    });
    return rows;
  } catch (error) {
    throw translatePostgresError(error);
  }
}
var ignore = () => void 0;
async function command(client, sql) {
  try {
    return (await client.query(sql)).command;
  } catch (error) {
    throw translatePostgresError(error);
  }
}
function poolOf(dataSource) {
  const pool = "master" in dataSource.driver ? dataSource.driver.master : null;
  if (!(pool instanceof import_pg3.Pool)) throw new Error("The data source is not an open PostgreSQL one.");
  return pool;
}

// src/store/database/sqlite.ts
var import_node_fs = require("node:fs");
var import_promises = require("node:fs/promises");
var import_node_os = require("node:os");
var import_node_path = __toESM(require("node:path"));
var import_node_util2 = require("node:util");
var import_sqlite32 = __toESM(require("sqlite3"));

// src/store/database/sqlite-errors.ts
var UNAVAILABLE2 = {
  SQLITE_BUSY: "The database file is locked by another process.",
  SQLITE_LOCKED: "The database file is locked.",
  SQLITE_FULL: "The disk with the database file is full.",
  SQLITE_IOERR: "The database file cannot be read or written.",
  SQLITE_CANTOPEN: "The database file cannot be opened.",
  SQLITE_READONLY: "The database file is read-only.",
  SQLITE_CORRUPT: "The database file is damaged.",
  SQLITE_NOTADB: "The database file is not a SQLite database.",
  SQLITE_PERM: "The database file may not be opened.",
  SQLITE_INTERRUPT: "The statement was interrupted."
};
function translateSqliteError(error) {
  const code = sqliteCode(error);
  if (code === "SQLITE_CONSTRAINT") return new ConstraintError(error.message, { cause: error });
  const message = code === null ? void 0 : UNAVAILABLE2[code];
  return message === void 0 ? error : new StoreUnavailableError(message, { cause: error });
}
function sqliteCode(error) {
  if (typeof error !== "object" || error === null || !("code" in error) || typeof error.code !== "string") return null;
  return error.code.startsWith("SQLITE_") ? error.code : null;
}

// src/store/database/interruptible-reads.ts
var AGAIN_MS = 50;
var InterruptibleReads = class {
  constructor(connection) {
    this.connection = connection;
  }
  /**
   * Runs one SELECT.
   * @throws the signal's reason once it is aborted and the database works on this statement no more; else what the
   * connection throws.
   */
  async run(sql, parameters, signal) {
    signal?.throwIfAborted();
    const stopListening = signal === void 0 ? void 0 : this.interruptOn(signal);
    try {
      return await this.connection.all(sql, parameters);
    } catch (error) {
      signal?.throwIfAborted();
      if (!isInterrupt(error)) throw error;
      return await this.connection.all(sql, parameters);
    } finally {
      stopListening?.();
    }
  }
  interruptOn(signal) {
    let again;
    const interrupt = () => {
      this.connection.interrupt();
      again = setTimeout(interrupt, AGAIN_MS);
    };
    signal.addEventListener("abort", interrupt, { once: true });
    return () => {
      signal.removeEventListener("abort", interrupt);
      clearTimeout(again);
    };
  }
};
function isInterrupt(error) {
  return error instanceof Error && sqliteCode(error.cause) === "SQLITE_INTERRUPT";
}

// src/store/database/sqlite-connection.ts
var MAX_PREPARED = 400;
var SqliteConnection = class {
  constructor(handle) {
    this.handle = handle;
    /** By text, the most recently used last. */
    this.prepared = /* @__PURE__ */ new Map();
    this.preparing = /* @__PURE__ */ new Map();
    this.isClosed = false;
  }
  /**
   * Runs one statement and gives its rows.
   * @throws StoreUnavailableError when the file is locked, full or broken.
   */
  all(sql, parameters = []) {
    const statement = this.prepared.get(sql);
    if (statement === void 0) return this.prepare(sql).then((fresh) => runAll(fresh, parameters));
    this.prepared.delete(sql);
    this.prepared.set(sql, statement);
    return runAll(statement, parameters);
  }
  /** Runs statements that give no rows and take no parameters, parted by semicolons. */
  execute(sql) {
    return new Promise((resolve2, reject) => {
      this.handle.exec(sql, (error) => error === null ? resolve2() : reject(translateSqliteError(error)));
    });
  }
  /** Stops every statement that is running; each fails with a `StoreUnavailableError`. */
  interrupt() {
    if (!this.isClosed) this.handle.interrupt();
  }
  /** Finalises every statement; what is running ends first. The handle itself is its owner's to close. */
  async close() {
    this.isClosed = true;
    await Promise.allSettled(this.preparing.values());
    const statements = [...this.prepared.values()];
    this.prepared.clear();
    await Promise.all(statements.map((statement) => new Promise((resolve2) => statement.finalize(() => resolve2()))));
  }
  /** A text that is asked for twice while it is being prepared is prepared once. */
  prepare(sql) {
    if (this.isClosed) return Promise.reject(new StoreUnavailableError("The store is closed."));
    const underWay = this.preparing.get(sql);
    if (underWay !== void 0) return underWay;
    const preparation = new Promise((resolve2, reject) => {
      const statement = this.handle.prepare(sql, (error) => {
        this.preparing.delete(sql);
        if (error !== null) return reject(translateSqliteError(error));
        this.keep(sql, statement);
        resolve2(statement);
      });
    });
    this.preparing.set(sql, preparation);
    return preparation;
  }
  keep(sql, statement) {
    this.prepared.set(sql, statement);
    if (this.prepared.size <= MAX_PREPARED) return;
    const [oldest] = this.prepared;
    if (oldest === void 0) return;
    this.prepared.delete(oldest[0]);
    oldest[1].finalize();
  }
};
function runAll(statement, parameters) {
  return new Promise((resolve2, reject) => {
    statement.all(parameters, (error, rows) => error === null ? resolve2(rows) : reject(translateSqliteError(error)));
  });
}

// src/store/database/sqlite.ts
var WRITER_PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 16000;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -65536;
  PRAGMA temp_store = MEMORY;
`;
var READER_PRAGMAS = `
  PRAGMA query_only = ON;
  PRAGMA cache_size = -65536;
  PRAGMA temp_store = MEMORY;
`;
var LOCK_ATTEMPTS = 6;
async function locateSqliteFile(location) {
  if (location.kind === "sqlite-temporary") {
    const folder2 = (0, import_node_fs.mkdtempSync)(import_node_path.default.join((0, import_node_os.tmpdir)(), "newsgraph-"));
    return { path: import_node_path.default.join(folder2, "store.db"), discard: () => (0, import_node_fs.rmSync)(folder2, { recursive: true, force: true }) };
  }
  const folder = import_node_path.default.dirname(location.path);
  if (!import_node_path.default.isAbsolute(location.path)) {
    await (0, import_promises.mkdir)(folder, { recursive: true }).catch((cause) => {
      throw new StoreOpenError(`Cannot open ${location.path}: its folder cannot be made.`, { cause });
    });
  }
  if ((0, import_node_fs.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new StoreOpenError(`Cannot open ${location.path}: there is no folder ${folder}. Make it, or name another place.`);
  }
  if ((0, import_node_fs.statSync)(location.path, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new StoreOpenError(`Cannot open ${location.path}: it is a folder. Name a file in it.`);
  }
  return { path: location.path, discard: () => void 0 };
}
async function openSqliteWriter(filePath) {
  const dataSource = dataSourceOf({ kind: "sqlite-file", path: filePath });
  await dataSource.initialize();
  try {
    await refuseForeignFile(dataSource, filePath);
    await new SqliteConnection(handleOf(dataSource)).execute(WRITER_PRAGMAS);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
async function refuseForeignFile(dataSource, filePath) {
  const tables2 = await dataSource.query(`SELECT "name" FROM "sqlite_master" WHERE "type" = 'table'`);
  if (tables2.length > 0 && !tables2.some(({ name }) => name === dataSource.options.migrationsTableName)) {
    throw new StoreOpenError(`Cannot open ${filePath}: it is the database of another program. Name another file.`);
  }
}
async function openSqliteDatabase(writer, file, lockTimeoutMs) {
  const reader = readOnlySqliteSource(file.path);
  await reader.initialize();
  try {
    const reading = new SqliteConnection(handleOf(reader));
    await reading.execute(READER_PRAGMAS);
    const writing = new SqliteConnection(handleOf(writer));
    await writing.execute(`PRAGMA busy_timeout = ${Math.ceil(lockTimeoutMs / LOCK_ATTEMPTS)}`);
    return new SqliteDatabase({ writer, writing, reader, reading, file });
  } catch (error) {
    await reader.destroy();
    throw error;
  }
}
var SqliteDatabase = class {
  constructor(connections) {
    this.connections = connections;
    this.dialect = sqlite;
    this.queue = new SerialQueue();
    this.isClosed = false;
    this.reads = new InterruptibleReads(connections.reading);
    this.writing = connections.writing;
  }
  read(sql, parameters, signal) {
    return this.reads.run(sql, parameters, signal);
  }
  transaction(work) {
    if (this.isClosed) return Promise.reject(new StoreUnavailableError("The store is closed."));
    return this.queue.run(async () => {
      await this.begin();
      const transaction = new SqliteTransaction(this.writing);
      try {
        const result = await work(transaction);
        transaction.end();
        await this.writing.all("COMMIT");
        return result;
      } catch (error) {
        transaction.end();
        await this.rollBack();
        throw error;
      }
    });
  }
  async close() {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.queue.drained();
    await Promise.all([this.connections.reading.close(), this.writing.close()]);
    await this.connections.reader.destroy();
    await this.connections.writer.destroy();
    this.connections.file.discard();
  }
  /** Takes the lock at once: a lock taken at the first write could fail in the middle of the work. */
  async begin() {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.writing.all("BEGIN IMMEDIATE");
        return;
      } catch (error) {
        if (!isBusy(error) || attempt === LOCK_ATTEMPTS) throw error;
      }
    }
  }
  async rollBack() {
    try {
      await this.writing.all("ROLLBACK");
    } catch (error) {
      const isOver = import_node_util2.types.isNativeError(error) && error.message.includes("no transaction is active");
      if (!isOver) throw error;
    }
  }
};
var SqliteTransaction = class {
  constructor(connection) {
    this.connection = connection;
    this.dialect = sqlite;
    this.isOver = false;
  }
  run(sql, parameters) {
    if (this.isOver) return Promise.reject(new Error("A transaction was used after its end."));
    return this.connection.all(sql, parameters);
  }
  end() {
    this.isOver = true;
  }
};
function isBusy(error) {
  return error instanceof StoreUnavailableError && sqliteCode(error.cause) === "SQLITE_BUSY";
}
function handleOf(dataSource) {
  const handle = "databaseConnection" in dataSource.driver ? dataSource.driver.databaseConnection : null;
  if (!(handle instanceof import_sqlite32.default.Database)) throw new Error("The data source is not an open SQLite one.");
  return handle;
}

// src/store/database/opening-error.ts
var import_node_util3 = require("node:util");
function openingError(location, error) {
  if (error instanceof StoreOpenError || error instanceof StoreTooNewError) return error;
  const place = placeOf(location);
  const known = location.kind === "postgres" ? translatePostgresError(error) : translateCause(error);
  const reason = import_node_util3.types.isNativeError(known) ? known.message : String(known);
  const detail = known instanceof StoreUnavailableError ? detailOf(known.cause) : "";
  return new StoreOpenError(`Cannot open the store at ${place}: ${oneLine(reason + detail)}`, { cause: error });
}
function placeOf(location) {
  switch (location.kind) {
    case "postgres":
      return location.label;
    case "sqlite-file":
      return location.path;
    case "sqlite-temporary":
      return "a temporary file";
  }
}
function translateCause(error) {
  if (!import_node_util3.types.isNativeError(error)) return error;
  return "driverError" in error && import_node_util3.types.isNativeError(error.driverError) ? translateSqliteError(error.driverError) : translateSqliteError(error);
}
function detailOf(cause) {
  if (!import_node_util3.types.isNativeError(cause) || cause.message === "" || cause.message.startsWith("SQLITE_")) return "";
  return ` (${cause.message})`;
}
function oneLine(text3) {
  return text3.replace(/\s+/g, " ").trim();
}

// src/store/exporting/draft-of-row.ts
function draftOfRow(row) {
  const { slug: slug2, slugIsGiven, title, titleIsDerived, language, url, publishedAt, sourceUpdatedAt, importedAt, updatedAt } = row;
  return {
    slug: slugIsGiven ? slug2 : null,
    title,
    titleIsDerived: Boolean(titleIsDerived),
    language,
    url,
    publishedAt,
    sourceUpdatedAt,
    importedAt,
    updatedAt,
    sections: sectionsOf(row),
    perspectives: parse(row.perspectives).map(perspectiveOf),
    questions: parse(row.questions).map(questionOf),
    topics: parse(row.topics).map(topicOf)
  };
}
function parse(json2) {
  return typeof json2 === "string" ? JSON.parse(json2) : json2;
}
function sectionsOf({ summary, analysis, coverage, background, otherSections }) {
  const known = [summary, analysis, coverage, background].flatMap((section2) => section2 === null ? [] : parse(section2));
  return [...known, ...parse(otherSections)].sort((a, b) => a.position - b.position).map(({ kind: kind2, heading, blocks, isTruncated }) => ({ kind: kind2, heading, ...passageOf({ blocks, isTruncated }) }));
}
function passageOf({ blocks, isTruncated }) {
  return { blocks: blocks.map(({ kind: kind2, text: text3 }) => ({ kind: kind2, text: text3 })), isTruncated };
}
function perspectiveOf({ outlets, headline, text: text3, statements, url, publishedAt, isTruncated }) {
  return {
    outlets: outlets.map(({ name, givenSlug, country, homepage, aliases }) => ({ name, slug: givenSlug, country, homepage, aliases })),
    headline,
    text: text3,
    statements: statements.map((statement) => ({ text: statement.text, basis: statement.basis })),
    url,
    publishedAt,
    isTruncated: Boolean(isTruncated)
  };
}
function questionOf({ title, givenSlug, intro, answer, isTruncated }) {
  return {
    title,
    slug: givenSlug,
    intro,
    answer: answer === null ? null : passageOf(answer),
    isTruncated: Boolean(isTruncated)
  };
}
function topicOf(topic3) {
  const { name, nameIsDerived, givenSlug, kind: kind2, aliases, description, isTruncated, wikidataId: wikidataId2 } = topic3;
  return {
    name,
    nameIsDerived: Boolean(nameIsDerived),
    slug: givenSlug,
    kind: kind2,
    aliases,
    description,
    isTruncated: Boolean(isTruncated),
    wikidataId: wikidataId2
  };
}

// src/store/exporting/export-statement.ts
var STORY_COLUMNS = [
  "slug",
  "slugIsGiven",
  "title",
  "titleIsDerived",
  "language",
  "url",
  "publishedAt",
  "sourceUpdatedAt",
  "importedAt",
  "updatedAt",
  "summary",
  "analysis",
  "coverage",
  "background",
  "otherSections"
];
function exportStatement(dialect, filter, afterSlug, limit) {
  const parameters = [];
  const bind = (value) => dialect.parameter(parameters.push(value));
  const conditions = [`story."slug" > ${bind(afterSlug)}`, ...filterConditions(dialect, filter, bind)];
  const columns2 = STORY_COLUMNS.map((name) => `story."${name}"`).join(", ");
  const sql = `
    SELECT ${columns2},
      ${perspectives(dialect)} AS "perspectives",
      ${questions(dialect)} AS "questions",
      ${topics(dialect)} AS "topics"
    FROM "story" AS story WHERE ${conditions.join(" AND ")} ORDER BY story."slug" LIMIT ${bind(limit)}`;
  return { sql, parameters };
}
function filterConditions(dialect, filter, bind) {
  const texts = (values) => dialect.texts(bind(JSON.stringify(values)));
  const has = (tie, node, slugs) => `EXISTS (SELECT 1 FROM "${tie}" AS tie JOIN "${node}" AS node ON node."key" = tie."${node}Key"
       WHERE tie."storyKey" = story."key" AND node."slug" IN ${texts(slugs)})`;
  const conditions = [];
  if (filter.slugs !== void 0) conditions.push(`story."slug" IN ${texts(filter.slugs)}`);
  if (filter.topics !== void 0) conditions.push(has("storyTopic", "topic", filter.topics));
  if (filter.outlets !== void 0) conditions.push(has("storyOutlet", "outlet", filter.outlets));
  if (filter.publishedFrom !== void 0) conditions.push(`story."publishedAt" >= ${bind(filter.publishedFrom)}`);
  if (filter.publishedTo !== void 0) conditions.push(`story."publishedAt" < ${bind(filter.publishedTo)}`);
  if (filter.language !== void 0) conditions.push(`story."language" = ${bind(filter.language)}`);
  return conditions;
}
function perspectives(dialect) {
  const outlets = list(dialect, "outletMention", [
    ...plain("outletMention", "name", "givenSlug", "country", "homepage"),
    ["aliases", dialect.asJson('"outletMention"."aliases"')]
  ], `SELECT reference.* FROM "perspectiveOutlet" AS tie JOIN "outletReference" AS reference ON reference."key" = tie."referenceKey"
      WHERE tie."perspectiveKey" = "told"."key" ORDER BY tie."position"`);
  return list(dialect, "told", [
    ...plain("told", "headline", "text", "url", "publishedAt", "isTruncated"),
    ["statements", dialect.asJson('"told"."statements"')],
    ["outlets", outlets]
  ], `SELECT perspective.* FROM "perspective" AS perspective WHERE perspective."storyKey" = story."key" ORDER BY perspective."position"`);
}
function questions(dialect) {
  return list(dialect, "asked", [
    ...plain("asked", "title", "givenSlug", "intro", "isTruncated"),
    ["answer", dialect.asJson('"asked"."answer"')]
  ], `SELECT reference."title", reference."givenSlug", tie."intro", tie."answer", tie."isTruncated"
      FROM "storyQuestion" AS tie JOIN "questionReference" AS reference ON reference."key" = tie."referenceKey"
      WHERE tie."storyKey" = story."key" ORDER BY tie."position"`);
}
function topics(dialect) {
  return list(dialect, "named", [
    ...plain("named", "name", "nameIsDerived", "givenSlug", "kind", "description", "isTruncated", "wikidataId"),
    ["aliases", dialect.asJson('"named"."aliases"')]
  ], `SELECT reference.*, tie."description", tie."isTruncated"
      FROM "storyTopic" AS tie JOIN "topicReference" AS reference ON reference."key" = tie."referenceKey"
      WHERE tie."storyKey" = story."key" ORDER BY tie."position"`);
}
function plain(alias, ...columns2) {
  return columns2.map((name) => [name, `"${alias}"."${name}"`]);
}
function list(dialect, alias, fields, orderedRows) {
  return `(SELECT ${dialect.jsonArray(dialect.jsonObject(fields))} FROM (${orderedRows}) AS "${alias}")`;
}

// src/store/exporting/export-stories.ts
var PAGE_SIZE = 200;
async function* exportStories(database, filter = {}, pageSize = PAGE_SIZE) {
  let afterSlug = "";
  for (; ; ) {
    const { sql, parameters } = exportStatement(database.dialect, filter, afterSlug, pageSize);
    const rows = await database.read(sql, parameters);
    for (const row of rows) yield draftOfRow(row);
    const last = rows.at(-1);
    if (last === void 0 || rows.length < pageSize) return;
    afterSlug = last.slug;
  }
}

// src/store/migrations/migrator.ts
var MIGRATION_LOCK = 7365831902;
async function migrationStatus(dataSource) {
  const applied = new Set(await appliedNames(dataSource));
  return migrations.map(({ name }) => ({ name, isApplied: applied.has(name) }));
}
async function schemaVersion(dataSource) {
  return (await appliedNames(dataSource)).length;
}
async function migrateUp(dataSource) {
  const status = await statusOfOurs(dataSource);
  if (status.every(({ isApplied }) => isApplied)) return [];
  return exclusively(dataSource, async () => {
    await statusOfOurs(dataSource);
    const applied = await dataSource.runMigrations({ transaction: transactionMode(dataSource) });
    return applied.map(({ name }) => name);
  });
}
async function statusOfOurs(dataSource) {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = (await appliedNames(dataSource)).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new StoreTooNewError(
      `The store was made by a newer newsgraph (it has ${unknown.join(", ")}): install that version, or name another store.`
    );
  }
  return migrationStatus(dataSource);
}
async function appliedNames(dataSource) {
  const runner = dataSource.createQueryRunner();
  try {
    const table = dataSource.options.migrationsTableName ?? "migrations";
    if (!await runner.hasTable(table)) return [];
    const rows = await runner.query(`SELECT "name" FROM "${table}" ORDER BY "id"`);
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}
function isSqlite(dataSource) {
  return dataSource.options.type === "sqlite";
}
function transactionMode(dataSource) {
  return isSqlite(dataSource) ? "none" : "all";
}
async function exclusively(dataSource, work) {
  const runner = dataSource.createQueryRunner();
  try {
    return isSqlite(dataSource) ? await inSqliteTransaction(runner, work) : await underAdvisoryLock(runner, work);
  } finally {
    await runner.release();
  }
}
async function inSqliteTransaction(runner, work) {
  await runner.query("PRAGMA foreign_keys = OFF");
  try {
    await runner.query("BEGIN IMMEDIATE");
    try {
      const result = await work();
      await runner.query("COMMIT");
      return result;
    } catch (error) {
      await runner.query("ROLLBACK");
      throw error;
    }
  } finally {
    await runner.query("PRAGMA foreign_keys = ON");
  }
}
async function underAdvisoryLock(runner, work) {
  await runner.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    return await work();
  } finally {
    await runner.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
}

// src/store/reading/filters.ts
function filterConditions2(run, bind, dialect) {
  const conditions = [];
  if (run.collective !== null) conditions.push(`n."isCollective" = ${run.collective}`);
  if (run.outlet !== null) {
    const outlets = keysOf("outlet", (of) => of.outlet === null ? [] : [of.outlet], bind, dialect);
    conditions.push(
      `EXISTS (SELECT 1 FROM "perspectiveOutlet" f WHERE f."perspectiveKey" = n."key" AND f."outletKey" IN ${outlets})`
    );
  }
  if (run.filter !== null) conditions.push(...storyConditions(run.filter, bind, dialect));
  return conditions;
}
function conditionsOf(run) {
  const { collective, outlet: outlet2, filter } = run;
  return `${collective}|${outlet2 === null ? "" : "outlet"}|${filter === null ? "" : namesIn(filter)}`;
}
function namesIn(filter) {
  const names2 = [];
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === void 0) continue;
    const isSet = typeof value === "object" && !Array.isArray(value);
    names2.push(isSet ? `${name}(${namesIn(value)})` : name);
  }
  return names2.join(",");
}
var TIES = {
  topics: { table: "storyTopic", noun: "topic" },
  outlets: { table: "storyOutlet", noun: "outlet" },
  questions: { table: "storyQuestion", noun: "question" }
};
function storyConditions(filter, bind, dialect) {
  const conditions = Object.keys(TIES).flatMap((tie) => tieConditions(tie, filter, bind, dialect));
  for (const instant2 of ["publishedAt", "updatedAt"]) {
    if (filter[instant2]?.from) conditions.push(`n."${instant2}" >= ${bind((run) => run.filter?.[instant2]?.from ?? null)}`);
    if (filter[instant2]?.to) conditions.push(`n."${instant2}" < ${bind((run) => run.filter?.[instant2]?.to ?? null)}`);
  }
  if (filter.language) {
    const languages = dialect.values(bind((run) => JSON.stringify(run.filter?.language ?? [])), "f");
    conditions.push(`n."language" IN (SELECT f."value" FROM ${languages})`);
  }
  if (typeof filter.minOutlets === "number") {
    conditions.push(`n."outletCount" >= ${bind((run) => run.filter?.minOutlets ?? 0, "integer")}`);
  }
  return conditions;
}
function tieConditions(tie, filter, bind, dialect) {
  const { table, noun } = TIES[tie];
  const set = filter[tie];
  const referencesIn = (part) => (run) => run.filter?.[tie]?.[part] ?? [];
  const storiesOf2 = (part) => `(SELECT f."storyKey" FROM "${table}" f WHERE f."${noun}Key" IN ${keysOf(noun, referencesIn(part), bind, dialect)})`;
  const conditions = [];
  if (set?.any) conditions.push(`n."key" IN ${storiesOf2("any")}`);
  if (set?.none) conditions.push(`n."key" NOT IN ${storiesOf2("none")}`);
  if (set?.all) {
    const wanted = dialect.rows(
      bind((run) => JSON.stringify(referencesIn("all")(run).map(idAndSlug))),
      { id: "text", slug: "text" },
      "r"
    );
    conditions.push(
      `NOT EXISTS (SELECT 1 FROM ${wanted} WHERE NOT EXISTS (SELECT 1 FROM "${table}" f JOIN "${noun}" t ON t."key" = f."${noun}Key" WHERE f."storyKey" = n."key" AND (t."id" = r."id" OR t."slug" = r."slug")))`
    );
  }
  return conditions;
}
function keysOf(noun, references, bind, dialect) {
  const list2 = dialect.rows(
    bind((run) => JSON.stringify(references(run).map(idAndSlug))),
    { id: "text", slug: "text" },
    "r"
  );
  return `(SELECT t."key" FROM ${list2} JOIN "${noun}" t ON t."id" = r."id" OR t."slug" = r."slug")`;
}
function idAndSlug(reference2) {
  return "id" in reference2 ? { id: reference2.id, slug: null } : { id: null, slug: reference2.slug };
}

// src/store/reading/keyset.ts
function direction(order, isBackward, expressions) {
  const isDescending = order.isDescending !== isBackward;
  const row = (values) => values.length === 1 ? values[0] : `(${values.join(", ")})`;
  const columns2 = row(expressions);
  return {
    orderBy: expressions.map((expression) => isDescending ? `${expression} DESC` : expression).join(", "),
    beyond: (parameters) => `${columns2} ${isDescending ? "<" : ">"} ${row(parameters)}`,
    upTo: (parameters) => `${columns2} ${isDescending ? ">=" : "<="} ${row(parameters)}`
  };
}

// src/store/reading/selection.ts
function isBare(connection) {
  return connection.members.length === 1 && !connection.cursors;
}

// src/store/reading/shapes.ts
var columns = (...names2) => Object.fromEntries(names2.map((name) => [name, { column: name }]));
var jsonColumns = (...names2) => Object.fromEntries(names2.map((name) => [name, { column: name, isJson: true }]));
var text2 = (expression) => ({ expression, type: "text" });
var integer = (expression) => ({ expression, type: "integer" });
var ascending = (...by) => ({ columns: by, isDescending: false });
var descending = (...by) => ({ columns: by, isDescending: true });
var sorted = (order) => ({ ...order, isSorted: true });
var inStoryOrder = (alias) => ({ POSITION: ascending(integer(`${alias}."position"`)) });
var storyOrders = (alias, isIndexed) => ({
  NEWEST: descending(text2(alias.instant), text2(alias.id)),
  OLDEST: ascending(text2(alias.instant), text2(alias.id)),
  RECENTLY_UPDATED: isIndexed ? descending(text2('n."updatedAt"'), text2('n."id"')) : sorted(descending(text2('n."updatedAt"'), text2('n."id"')))
});
var byTie = { instant: 'e."orderedAt"', id: 'e."storyId"' };
var RELATED_CANDIDATES = 200;
var relatedStories = (dialect) => {
  const candidates = dialect.lateralKeys(
    `SELECT b."storyKey" AS "key" FROM "storyTopic" b WHERE b."topicKey" = s."topicKey" AND b."isRepeat" = false ORDER BY b."orderedAt" DESC, b."storyId" DESC LIMIT ${RELATED_CANDIDATES}`,
    "k"
  );
  return `(SELECT m."storyKey" AS "storyKey", c."storyKey" AS "relatedKey", sum(1000000 / t."storyCount") AS "weight" FROM (SELECT DISTINCT k."value" AS "storyKey" FROM "storyTopic" s, ${candidates} WHERE s."storyKey" = p."key" AND s."isRepeat" = false) c JOIN "storyTopic" o ON o."storyKey" = c."storyKey" AND o."isRepeat" = false JOIN "storyTopic" m ON m."storyKey" = p."key" AND m."topicKey" = o."topicKey" AND m."isRepeat" = false JOIN "topic" t ON t."key" = o."topicKey" WHERE c."storyKey" <> p."key" GROUP BY m."storyKey", c."storyKey") e JOIN "story" n ON n."key" = e."relatedKey"`;
};
var byTally = (name) => sorted(ascending(integer('-e."storyCount"'), text2(`n."${name}"`), text2('n."slug"')));
var story = {
  table: "story",
  fields: {
    ...columns("id", "slug", "title", "titleIsDerived", "language", "url"),
    ...columns("publishedAt", "sourceUpdatedAt", "importedAt", "updatedAt"),
    ...jsonColumns("summary", "analysis", "coverage", "background", "otherSections")
  },
  relations: {
    perspectives: {
      to: "Perspective",
      kind: "connection",
      from: '"perspective" n',
      on: 'n."storyKey" = p."key"',
      parentColumns: ["key", "perspectiveCount"],
      orders: inStoryOrder("n"),
      total: (collective) => collective === null ? 'p."perspectiveCount"' : null
    },
    outlets: {
      to: "Outlet",
      kind: "list",
      from: '"storyOutlet" e JOIN "outlet" n ON n."key" = e."outletKey"',
      on: 'e."storyKey" = p."key"',
      parentColumns: ["key"],
      orders: inStoryOrder("e")
    },
    questions: {
      to: "Question",
      kind: "connection",
      from: '"storyQuestion" e JOIN "question" n ON n."key" = e."questionKey"',
      on: 'e."storyKey" = p."key"',
      parentColumns: ["key"],
      orders: inStoryOrder("e"),
      edgeFields: {
        intro: { expression: 'e."intro"' },
        answer: { expression: 'e."answer"', isJson: true },
        isTruncated: { expression: 'e."isTruncated"' },
        position: { expression: 'e."position"' }
      }
    },
    topics: {
      to: "Topic",
      kind: "connection",
      from: '"storyTopic" e JOIN "topic" n ON n."key" = e."topicKey"',
      on: 'e."storyKey" = p."key"',
      parentColumns: ["key"],
      orders: inStoryOrder("e"),
      edgeFields: {
        description: { expression: 'e."description"' },
        isTruncated: { expression: 'e."isTruncated"' },
        position: { expression: 'e."position"' }
      }
    },
    related: {
      to: "Story",
      kind: "connection",
      from: relatedStories,
      parentColumns: ["key"],
      orders: { RELEVANCE: sorted(descending(integer('e."weight"'), text2('n."orderedAt"'), text2('n."id"'))) },
      edgeColumns: { key: 'e."storyKey"', relatedKey: 'e."relatedKey"' },
      edgeRelations: {
        sharedTopics: {
          to: "Topic",
          kind: "list",
          from: '"storyTopic" e JOIN "storyTopic" o ON o."topicKey" = e."topicKey" AND o."isRepeat" = false JOIN "topic" n ON n."key" = e."topicKey"',
          on: 'e."storyKey" = p."key" AND e."isRepeat" = false AND o."storyKey" = p."relatedKey"',
          parentColumns: ["key", "relatedKey"],
          orders: inStoryOrder("e")
        }
      }
    }
  }
};
var perspective2 = {
  table: "perspective",
  fields: {
    ...columns("id", "headline", "text", "isCollective", "position", "url", "publishedAt", "isTruncated"),
    ...jsonColumns("statements")
  },
  relations: {
    story: {
      to: "Story",
      kind: "reference",
      from: '"story" n',
      on: 'n."key" = p."storyKey"',
      parentColumns: ["storyKey"],
      orders: {}
    },
    outlets: {
      to: "Outlet",
      kind: "list",
      from: '"perspectiveOutlet" e JOIN "outlet" n ON n."key" = e."outletKey"',
      on: 'e."perspectiveKey" = p."key" AND e."isRepeat" = false',
      parentColumns: ["key"],
      orders: inStoryOrder("e")
    }
  }
};
var outlet = {
  table: "outlet",
  fields: { ...columns("id", "slug", "name", "country", "homepage", "storyCount"), ...jsonColumns("aliases") },
  relations: {
    perspectives: {
      to: "Perspective",
      kind: "connection",
      from: '"perspectiveOutlet" e JOIN "perspective" n ON n."key" = e."perspectiveKey"',
      on: 'e."outletKey" = p."key" AND e."isRepeat" = false',
      parentColumns: ["key", "perspectiveCount", "collectiveCount"],
      orders: { NEWEST: descending(text2('e."orderedAt"'), text2('e."perspectiveId"')) },
      total: (collective) => collective === null ? 'p."perspectiveCount" + p."collectiveCount"' : collective ? 'p."collectiveCount"' : 'p."perspectiveCount"'
    },
    stories: {
      to: "Story",
      kind: "connection",
      from: '"storyOutlet" e JOIN "story" n ON n."key" = e."storyKey"',
      on: 'e."outletKey" = p."key"',
      parentColumns: ["key", "storyCount"],
      orders: storyOrders(byTie, false),
      total: () => 'p."storyCount"'
    },
    topics: tallied("Topic", '"topicOutlet" e JOIN "topic" n ON n."key" = e."topicKey"', 'e."outletKey" = p."key"', "sortName", {
      storyCount: { expression: 'e."storyCount"' }
    })
  }
};
var question2 = {
  table: "question",
  fields: { ...columns("id", "slug", "title", "intro", "isTruncated", "storyCount"), ...jsonColumns("answer") },
  relations: {
    stories: storiesOf("storyQuestion", "questionKey"),
    topics: tallied("Topic", '"questionTopic" e JOIN "topic" n ON n."key" = e."topicKey"', 'e."questionKey" = p."key"', "sortName", {})
  }
};
var topic2 = {
  table: "topic",
  fields: {
    ...columns("id", "slug", "name", "nameIsDerived", "kind", "description", "isTruncated", "wikidataId", "storyCount"),
    ...jsonColumns("aliases")
  },
  relations: {
    stories: storiesOf("storyTopic", "topicKey"),
    questions: tallied("Question", '"questionTopic" e JOIN "question" n ON n."key" = e."questionKey"', 'e."topicKey" = p."key"', "sortTitle", {}),
    outlets: tallied("Outlet", '"topicOutlet" e JOIN "outlet" n ON n."key" = e."outletKey"', 'e."topicKey" = p."key"', "sortName", {
      storyCount: { expression: 'e."storyCount"' }
    }),
    related: tallied("Topic", '"topicTopic" e JOIN "topic" n ON n."key" = e."relatedKey"', 'e."topicKey" = p."key"', "sortName", {
      sharedStories: { expression: 'e."storyCount"' }
    })
  }
};
function storiesOf(tie, key) {
  return {
    to: "Story",
    kind: "connection",
    from: `"${tie}" e JOIN "story" n ON n."key" = e."storyKey"`,
    on: `e."${key}" = p."key" AND e."isRepeat" = false`,
    parentColumns: ["key", "storyCount"],
    orders: storyOrders(byTie, false),
    total: () => 'p."storyCount"'
  };
}
function tallied(to, from, on, name, edgeFields) {
  return { to, kind: "connection", from, on, parentColumns: ["key"], orders: { STORY_COUNT: byTally(name) }, edgeFields };
}
function all(to, orders) {
  return { to, kind: "connection", from: `"${to.toLowerCase()}" n`, parentColumns: [], orders };
}
var named = (name) => ({
  NAME: ascending(text2(`n."${name}"`), text2('n."slug"')),
  STORY_COUNT: sorted(ascending(integer('-n."storyCount"'), text2(`n."${name}"`), text2('n."slug"')))
});
var query = {
  table: "",
  fields: {},
  relations: {
    stories: all("Story", storyOrders({ instant: 'n."orderedAt"', id: 'n."id"' }, true)),
    outlets: all("Outlet", named("sortName")),
    questions: all("Question", named("sortTitle")),
    topics: all("Topic", named("sortName"))
  }
};
var shapes = {
  Story: story,
  Perspective: perspective2,
  Outlet: outlet,
  Question: question2,
  Topic: topic2,
  Query: query
};

// src/store/reading/compile.ts
function compileNodes(noun, column, selection, run, dialect) {
  const compiler = new Compiler(dialect, run, 1);
  const keys = dialect.values(dialect.parameter(1), "k");
  const row = compiler.node(noun, selection, "x0");
  return compiler.statement(
    `SELECT k."place" AS "place", ${row} AS "row" FROM ${keys} JOIN "${shapes[noun].table}" x0 ON x0."${column}" = k."value"`
  );
}
function compileRelation(noun, selection, run, dialect) {
  const compiler = new Compiler(dialect, run, 1);
  const keys = dialect.rows(dialect.parameter(1), { key: "integer" }, "k");
  const row = compiler.relation(relationOf(noun, selection.name), selection, 'x0."');
  return compiler.statement(
    `SELECT k."place" AS "place", ${row} AS "row" FROM ${keys} JOIN "${shapes[noun].table}" x0 ON x0."key" = k."key"`
  );
}
function compileRootList(selection, run, dialect) {
  const compiler = new Compiler(dialect, run, 0);
  return compiler.statement(
    `SELECT 0 AS "place", ${compiler.relation(relationOf("Query", selection.name), selection, "")} AS "row"`
  );
}
function shapeOfRun(run) {
  return run.map((each) => each === null ? "-" : `${each.order}|${shapeOfPage(each.page)}|${conditionsOf(each)}`).join(";");
}
function shapeOfPage(page) {
  if (page === null) return "";
  return `${page.isBackward ? "last" : "first"}${page.after === null ? "" : "A"}${page.before === null ? "" : "B"}`;
}
function relationOf(parent, name) {
  const relation = shapes[parent].relations[name];
  if (relation === void 0) throw new Error(`${parent} has no relation ${name}`);
  return relation;
}
var NO_ORDER = { columns: [], isDescending: false };
var Compiler = class {
  /** @param taken how many parameters the caller's own part of the statement has. */
  constructor(dialect, run, taken) {
    this.dialect = dialect;
    this.run = run;
    this.taken = taken;
    this.readers = [];
    this.depth = 0;
  }
  statement(text3) {
    const { readers } = this;
    return { text: text3, values: (run) => readers.map((read) => read(run)) };
  }
  /** The JSON object of the node whose columns stand under `alias`. */
  node(noun, selection, alias) {
    const fields = selection.fields.map((name) => {
      const { column, isJson } = fieldOf(noun, name);
      return [name, this.value(`${alias}."${column}"`, isJson)];
    });
    const read = selection.relations.filter(({ slot }) => this.run[slot] != null);
    const relations = read.map((each) => [each.responseKey, this.relation(relationOf(noun, each.name), each, `${alias}."`)]);
    const key = read.length < selection.relations.length ? [["$key", `${alias}."key"`]] : [];
    return this.dialect.jsonObject([...key, ...fields, ...relations]);
  }
  /**
   * The JSON of one relation.
   * @param parent what stands before a column's name of the parent's row: `x1."`.
   */
  relation(shape, selection, parent) {
    const scope = new RelationScope(shape, selection, this.run, parent, this.dialect, (read) => this.bind(read));
    this.depth += 1;
    const json2 = selection.connection === null ? this.list(scope, selection) : this.connection(scope, selection.connection);
    this.depth -= 1;
    return json2;
  }
  list(scope, { node }) {
    if (node === null) throw new Error("a reference or list selects a node");
    const source = scope.rows(`x${this.depth}`, columnsOf(scope.shape.to, node));
    const row = this.node(scope.shape.to, node, source.alias);
    return `(SELECT ${scope.shape.kind === "reference" ? row : this.dialect.jsonArray(row)} FROM ${source.from})`;
  }
  connection(scope, wanted) {
    const entries = [];
    if (wanted.members.length > 0 || wanted.hasMore || wanted.cursors) {
      const source = scope.rows(`x${this.depth}`, memberColumns(scope, wanted));
      const member = this.member(scope, wanted, source.alias);
      const rows = `(SELECT ${this.dialect.jsonArray(member)} FROM ${source.from})`;
      entries.push([isBare(wanted) ? "bare" : "rows", rows]);
    }
    if (wanted.totalCount) entries.push(["total", scope.total()]);
    const other = wanted.hasOtherSide ? scope.otherSide() : null;
    if (other !== null) entries.push(["other", other]);
    return this.dialect.jsonObject(entries);
  }
  /** The JSON of one row of a connection: what each response key of `nodes` and `edges` wants of it. */
  member({ shape, order }, wanted, alias) {
    const entries = wanted.members.map(
      (member) => [
        member.responseKey,
        member.kind === "node" ? this.node(shape.to, member.node, alias) : this.edge(shape, member.edge, alias)
      ]
    );
    const [only] = entries;
    if (isBare(wanted) && only !== void 0) return only[1];
    const cursor = this.dialect.jsonList(order.columns.map((_, index2) => `${alias}."$${index2}"`));
    return this.dialect.jsonObject(wanted.cursors ? [...entries, ["$cursor", cursor]] : entries);
  }
  edge(shape, edge, alias) {
    return this.dialect.jsonObject([
      ...edge.nodes.map(({ responseKey, node }) => [responseKey, this.node(shape.to, node, alias)]),
      ...edge.fields.map((name) => [name, this.value(`${alias}."edge.${name}"`, edgeFieldOf(shape, name).isJson)]),
      ...edge.relations.filter(({ slot }) => this.run[slot] != null).map((each) => [
        each.responseKey,
        this.relation(edgeRelationOf(shape, each.name), each, `${alias}."edge.`)
      ])
    ]);
  }
  value(column, isJson = false) {
    return isJson ? this.dialect.asJson(column) : column;
  }
  bind(read) {
    this.readers.push(read);
    return this.dialect.parameter(this.taken + this.readers.length);
  }
};
var RelationScope = class {
  constructor(shape, selection, run, parent, dialect, bindRun) {
    this.shape = shape;
    this.selection = selection;
    this.parent = parent;
    this.dialect = dialect;
    this.bindRun = bindRun;
    const given = run[selection.slot];
    if (given == null) throw new Error(`${selection.name} is not part of this run`);
    this.arguments = given;
    this.order = orderOf(shape, given);
    this.from = this.ofParent(typeof shape.from === "string" ? shape.from : shape.from(dialect));
    this.on = shape.on === void 0 ? null : this.ofParent(shape.on);
  }
  /** The page's rows, in order (backward pages reversed), with these columns. */
  rows(alias, columns2) {
    const { page } = this.arguments;
    const expressions = this.order.columns.map(({ expression }) => expression);
    const towards = direction(this.order, page?.isBackward ?? false, expressions);
    const conditions = [...this.conditions(), ...this.pageConditions(towards)];
    const orderBy = expressions.length === 0 ? "" : ` ORDER BY ${towards.orderBy}`;
    const limit = page === null ? "" : ` LIMIT ${this.limit()}`;
    const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
    const named2 = [...columns2, ...expressions.map((expression, index2) => [`$${index2}`, expression])];
    if (this.order.isSorted !== true) {
      return { alias, from: `(SELECT ${selectList(named2)} FROM ${this.from}${where}${orderBy}${limit}) ${alias}` };
    }
    const ofNode = named2.filter(([, expression]) => expression.startsWith("n."));
    const ofTie = named2.filter(([, expression]) => !expression.startsWith("n."));
    const carried = [...ofTie, ...ofNode.filter(([name]) => name.startsWith("$"))];
    const kept = selectList(
      [...named2.map(([name, expression]) => [name, isCarried(name, expression) ? `s."${name}"` : expression])]
    );
    const sortedBy = direction(this.order, page?.isBackward ?? false, expressions.map((_, index2) => `s."$${index2}"`)).orderBy;
    const keys = `SELECT n."key" AS "$node", ${selectList(carried)} FROM ${this.from}${where}${orderBy}${limit}`;
    const table = `"${shapes[this.shape.to].table}"`;
    return {
      alias,
      from: `(SELECT ${kept} FROM (${keys}) s JOIN ${table} n ON n."key" = s."$node" ORDER BY ${sortedBy}) ${alias}`
    };
  }
  /** How many rows the relation has with these filters, whatever the page. */
  total() {
    const { filter, outlet: outlet2, collective } = this.arguments;
    const tally2 = filter === null && outlet2 === null ? this.shape.total?.(collective) ?? null : null;
    if (tally2 !== null) return `(${this.ofParent(tally2)})`;
    const conditions = this.conditions();
    return `(SELECT count(*) FROM ${this.from}${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`})`;
  }
  /** Whether the page's own cursor and the rows before it are there; null where the page has no such cursor. */
  otherSide() {
    const { page } = this.arguments;
    const cursor = page?.isBackward ? "before" : "after";
    if (page?.[cursor] == null) return null;
    const towards = direction(this.order, page.isBackward, this.order.columns.map(({ expression }) => expression));
    const conditions = [...this.conditions(), towards.upTo(this.cursor(cursor))];
    return `(SELECT count(*) FROM (SELECT 1 FROM ${this.from} WHERE ${conditions.join(" AND ")} LIMIT 1) o)`;
  }
  conditions() {
    const filters = filterConditions2(this.arguments, (read) => this.bind(read), this.dialect);
    return this.on === null ? filters : [this.on, ...filters];
  }
  pageConditions(forward) {
    const { page } = this.arguments;
    if (page === null) return [];
    const [start, end] = page.isBackward ? ["before", "after"] : ["after", "before"];
    const back = direction(this.order, !page.isBackward, this.order.columns.map(({ expression }) => expression));
    return [
      ...page[start] === null ? [] : [forward.beyond(this.cursor(start))],
      ...page[end] === null ? [] : [back.beyond(this.cursor(end))]
    ];
  }
  cursor(side) {
    return this.order.columns.map((_, index2) => this.bind((given) => given.page?.[side]?.[index2] ?? null));
  }
  /**
   * SQLite looks into a parameter that stands alone after LIMIT, and prepares the statement again each time another is
   * bound: three times the work of running it. An expression it takes as it comes.
   */
  limit() {
    const more = this.selection.connection?.hasMore === true ? 1 : 0;
    return `${this.bind((given) => given.page?.size ?? 0)} + ${more}`;
  }
  bind(read) {
    const { slot } = this.selection;
    return this.bindRun((run) => {
      const given = run[slot];
      return given == null ? null : read(given);
    });
  }
  ofParent(sql) {
    return sql.replaceAll('p."', this.parent);
  }
};
function isCarried(name, expression) {
  return name.startsWith("$") || !expression.startsWith("n.");
}
function selectList(columns2) {
  return columns2.map(([name, expression]) => `${expression} AS "${name}"`).join(", ") || "1";
}
function orderOf(shape, given) {
  if (given.order === null) return Object.values(shape.orders)[0] ?? NO_ORDER;
  const order = shape.orders[given.order];
  if (order === void 0) throw new Error(`no order ${given.order}`);
  return order;
}
function columnsOf(noun, selection) {
  const names2 = selection.fields.map((name) => fieldOf(noun, name).column);
  if (selection.relations.length > 0) names2.push("key");
  for (const { name } of selection.relations) names2.push(...relationOf(noun, name).parentColumns);
  return new Map(names2.map((name) => [name, `n."${name}"`]));
}
function memberColumns({ shape }, wanted) {
  const columns2 = /* @__PURE__ */ new Map();
  const addNode = (node) => columnsOf(shape.to, node).forEach((value, name) => columns2.set(name, value));
  for (const member of wanted.members) {
    if (member.kind === "node") {
      addNode(member.node);
      continue;
    }
    member.edge.nodes.forEach(({ node }) => addNode(node));
    for (const name of member.edge.fields) columns2.set(`edge.${name}`, edgeFieldOf(shape, name).expression);
    if (member.edge.relations.length === 0) continue;
    for (const [name, expression] of Object.entries(shape.edgeColumns ?? {})) columns2.set(`edge.${name}`, expression);
  }
  return columns2;
}
function fieldOf(noun, name) {
  const field = shapes[noun].fields[name];
  if (field === void 0) throw new Error(`${noun} has no field ${name}`);
  return field;
}
function edgeFieldOf(shape, name) {
  const field = shape.edgeFields?.[name];
  if (field === void 0) throw new Error(`edges to ${shape.to} have no field ${name}`);
  return field;
}
function edgeRelationOf(shape, name) {
  const relation = shape.edgeRelations?.[name];
  if (relation === void 0) throw new Error(`edges to ${shape.to} have no relation ${name}`);
  return relation;
}

// src/store/reading/graph-reader.ts
var SHAPES_PER_SELECTION = 32;
var SqlGraphReader = class _SqlGraphReader {
  /** @param signal stops the reads when it is aborted. */
  constructor(database, statements = /* @__PURE__ */ new WeakMap(), signal) {
    this.database = database;
    this.statements = statements;
    this.signal = signal;
  }
  until(signal) {
    return new _SqlGraphReader(this.database, this.statements, signal);
  }
  async nodes(noun, column, keys, selection, run) {
    const statement = this.statementFor(
      selection,
      `${noun}.${column};${shapeOfRun(run)}`,
      () => compileNodes(noun, column, selection, run, this.database.dialect)
    );
    const rows = await this.read(statement, [JSON.stringify(keys), ...statement.values(run)]);
    return inPlace(keys.length, rows);
  }
  async relations(noun, keys, selection, run) {
    const statement = this.statementFor(
      selection,
      `${noun};${shapeOfRun(run)}`,
      () => compileRelation(noun, selection, run, this.database.dialect)
    );
    const list2 = JSON.stringify(keys.map((key) => ({ key })));
    return inPlace(keys.length, await this.read(statement, [list2, ...statement.values(run)]));
  }
  async rootList(selection, run) {
    const statement = this.statementFor(
      selection,
      shapeOfRun(run),
      () => compileRootList(selection, run, this.database.dialect)
    );
    const [row] = inPlace(1, await this.read(statement, statement.values(run)));
    return row;
  }
  statementFor(selection, shape, compile) {
    let byShape = this.statements.get(selection);
    if (byShape === void 0) this.statements.set(selection, byShape = /* @__PURE__ */ new Map());
    let statement = byShape.get(shape);
    if (statement === void 0) {
      statement = compile();
      if (byShape.size < SHAPES_PER_SELECTION) byShape.set(shape, statement);
    }
    return statement;
  }
  read(statement, parameters) {
    return this.database.read(statement.text, parameters, this.signal);
  }
};
function inPlace(length, rows) {
  const answers = new Array(length).fill(null);
  for (const { place, row } of rows) answers[place] = typeof row === "string" ? JSON.parse(row) : row;
  return answers;
}

// src/store/store-stats.ts
var TABLES = ["story", "perspective", "outlet", "question", "topic"];
var COUNTS = ["stories", "perspectives", "outlets", "questions", "topics"];
var SIZE = {
  sqlite: `SELECT page_count * page_size AS "size" FROM pragma_page_count(), pragma_page_size()`,
  postgres: `SELECT pg_database_size(current_database()) AS "size"`
};
async function readStats(database, schemaVersion2) {
  const counts = TABLES.map((table, place) => `(SELECT count(*) FROM "${table}") AS "${COUNTS[place]}"`);
  const newest = (column) => `(SELECT "${column}" FROM "story" ORDER BY "orderedAt" DESC, "id" DESC LIMIT 1)`;
  const [row] = await database.read(
    `SELECT ${counts.join(", ")}, ${newest("slug")} AS "slug", ${newest("orderedAt")} AS "orderedAt"`
  );
  if (row === void 0) throw new Error("A statement without a condition gave no row.");
  const [size] = await database.read(SIZE[database.dialect.name]);
  return {
    database: database.dialect.name,
    schemaVersion: schemaVersion2,
    // PostgreSQL's driver gives 64-bit counts as text.
    stories: Number(row.stories),
    perspectives: Number(row.perspectives),
    outlets: Number(row.outlets),
    questions: Number(row.questions),
    topics: Number(row.topics),
    newest: row.slug === null || row.orderedAt === null ? null : { slug: row.slug, orderedAt: row.orderedAt },
    sizeInBytes: size === void 0 ? null : Number(size.size)
  };
}

// src/store/writing/slug-assignment.ts
var import_node_crypto4 = require("node:crypto");
var SUFFIX_LENGTH = 8;
var SUFFIX = /-[0-9a-f]{8}$/;
function assignSlugs(claims) {
  const given = new Set(claims.flatMap(({ givenSlug }) => givenSlug ?? []));
  const smallest = /* @__PURE__ */ new Map();
  for (const { id, givenSlug, slugBase } of claims) {
    if (givenSlug !== null) continue;
    const other = smallest.get(slugBase);
    if (other === void 0 || id < other) smallest.set(slugBase, id);
  }
  return new Map(
    claims.map(({ id, givenSlug, slugBase }) => {
      if (givenSlug !== null) return [id, givenSlug];
      const wanted = smallest.get(slugBase) === id ? [slugBase, ...suffixed(slugBase, id)] : suffixed(slugBase, id);
      return [id, wanted.find((slug2) => !given.has(slug2)) ?? `${slugBase}-${idDigest(id)}`];
    })
  );
}
function slugsTouchedBy({ id, givenSlug, slugBase }) {
  if (givenSlug === null) return [slugBase, ...suffixed(slugBase, id)];
  return SUFFIX.test(givenSlug) ? [givenSlug, givenSlug.replace(SUFFIX, "")] : [givenSlug];
}
function suffixed(slugBase, id) {
  const hash = idDigest(id);
  return [`${slugBase}-${hash.slice(0, SUFFIX_LENGTH)}`, `${slugBase}-${hash.slice(0, 2 * SUFFIX_LENGTH)}`];
}
function idDigest(id) {
  return (0, import_node_crypto4.createHash)("sha256").update(id).digest("hex");
}

// src/store/writing/place-slugs.ts
async function planSlugs(tx, arriving, leaving) {
  const gone = new Set(leaving.map(({ id }) => id));
  const touched = new Set(arriving.flatMap(slugsTouchedBy));
  const vacated = new Set(vacatedBases(arriving, leaving));
  for (const base of vacated) touched.add(base);
  const others = (await findClaims(tx, [...touched], [...vacated])).filter(({ id }) => !gone.has(id));
  const slugs = assignSlugs([...arriving, ...others.map(claimOf)]);
  const changes = others.flatMap(({ key, id, slug: slug2 }) => {
    const wanted = slugs.get(id);
    return wanted === void 0 || wanted === slug2 ? [] : [{ key, slug: wanted }];
  });
  return { slugs, changes };
}
function vacatedBases(arriving, leaving) {
  const staying2 = new Map(arriving.map((claim) => [claim.id, claim]));
  return leaving.filter((stored) => staying2.get(stored.id)?.slugBase !== stored.slugBase).flatMap((stored) => {
    if (stored.slugIsGiven) return staying2.has(stored.id) ? [] : slugsTouchedBy(claimOf(stored));
    return stored.slug === stored.slugBase ? [stored.slugBase] : [];
  });
}
function claimOf({ id, slug: slug2, slugBase, slugIsGiven }) {
  return { id, slugBase, givenSlug: slugIsGiven ? slug2 : null };
}
function findClaims(tx, slugs, bases) {
  const { dialect } = tx;
  return tx.run(
    `SELECT "key", "id", "slug", "slugBase", "slugIsGiven" FROM "story" WHERE "key" IN (
       SELECT "key" FROM "story" WHERE "slug" IN ${dialect.texts(dialect.parameter(1))}
       UNION SELECT "key" FROM "story" WHERE "slugBase" IN ${dialect.texts(dialect.parameter(2))})`,
    [JSON.stringify(slugs), JSON.stringify(bases)]
  );
}
async function park(tx, storyKeys) {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  await tx.run(`UPDATE "story" SET "slug" = "id" WHERE "key" IN ${keys}`, [JSON.stringify(storyKeys)]);
}
async function unpark(tx, changes) {
  if (changes.length === 0) return;
  const given = tx.dialect.bulk({ key: "integer", slug: "text" }, changes.map(({ key, slug: slug2 }) => ({ key, slug: slug2 })), "given");
  await tx.run(
    `UPDATE "story" AS story SET "slug" = given."slug" FROM ${given.table} WHERE story."key" = given."key"`,
    given.parameters
  );
}

// src/store/writing/stored-ties.ts
async function readTies(tx, storyKeys) {
  const all2 = /* @__PURE__ */ new Map();
  if (storyKeys.length === 0) return all2;
  const ofStory = (key) => {
    let ties = all2.get(key);
    if (ties === void 0) all2.set(key, ties = { outlets: [], questions: [], topics: [] });
    return ties;
  };
  const { dialect } = tx;
  const parameters = [JSON.stringify(storyKeys)];
  const keys = dialect.keys(dialect.parameter(1));
  const outlets = await tx.run(
    `SELECT perspective."storyKey", perspective."position" AS "perspective", tie."isCollective",
       tie."outletKey" AS "nodeKey", tie."referenceKey"
     FROM "perspective" AS perspective JOIN "perspectiveOutlet" AS tie ON tie."perspectiveKey" = perspective."key"
     WHERE perspective."storyKey" IN ${keys} ORDER BY perspective."storyKey", perspective."position", tie."position"`,
    parameters
  );
  for (const { storyKey: storyKey2, isCollective: isCollective2, ...rest } of outlets) {
    ofStory(storyKey2).outlets.push({ ...rest, isCollective: Boolean(isCollective2) });
  }
  for (const [list2, table, column] of [["questions", "storyQuestion", "questionKey"], ["topics", "storyTopic", "topicKey"]]) {
    const ties = await tx.run(
      `SELECT "storyKey", "${column}" AS "nodeKey", "referenceKey" FROM "${table}"
       WHERE "storyKey" IN ${keys} ORDER BY "storyKey", "position"`,
      parameters
    );
    for (const { storyKey: storyKey2, nodeKey, referenceKey } of ties) ofStory(storyKey2)[list2].push({ nodeKey, referenceKey });
  }
  return all2;
}
async function deleteTies(tx, storyKeys) {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  for (const table of ["perspective", "storyOutlet", "storyQuestion", "storyTopic"]) {
    await tx.run(`DELETE FROM "${table}" WHERE "storyKey" IN ${keys}`, [JSON.stringify(storyKeys)]);
  }
}

// src/store/writing/release.ts
async function release(tx, storyKeys, tallies) {
  if (storyKeys.length === 0) return [];
  const ties = [...(await readTies(tx, storyKeys)).values()];
  for (const each of ties) tallies.count(each, -1);
  await deleteTies(tx, storyKeys);
  return ties;
}

// src/store/writing/insert-rows.ts
async function insertRows(tx, table, columns2, rows) {
  if (rows.length === 0) return;
  const { sql, parameters } = insertion(tx, table, columns2, rows);
  await tx.run(sql, parameters);
}
async function insertReturning(tx, table, columns2, rows, returned, conflict) {
  if (rows.length === 0) return [];
  const replacement = conflict === void 0 ? "" : replacing(columns2, conflict);
  const { sql, parameters } = insertion(tx, table, columns2, rows);
  return tx.run(`${sql}${replacement} RETURNING ${names(returned)}`, parameters);
}
function names(columns2) {
  return columns2.map((name) => `"${name}"`).join(", ");
}
function replacing(columns2, conflict) {
  const changes = Object.keys(columns2).map((name) => `"${name}" = excluded."${name}"`);
  return ` ON CONFLICT ("${conflict}") DO UPDATE SET ${changes.join(", ")}`;
}
function insertion({ dialect }, table, columns2, rows) {
  const list2 = names(Object.keys(columns2));
  const given = dialect.bulk(columns2, rows, "given");
  return { sql: `INSERT INTO "${table}" (${list2}) SELECT ${list2} FROM ${given.table} WHERE true`, parameters: given.parameters };
}

// src/store/writing/present.ts
function present(value) {
  if (value === null || value === void 0) throw new Error("The store lost track of a row it has just written.");
  return value;
}

// src/store/writing/apply-references.ts
async function applyReferences(tx, plan) {
  const { noun, known, fresh, moved } = plan;
  const nodeKeys = await saveNodes(tx, plan);
  const nodeKeyOf = (digest2) => present(nodeKeys.get(present(plan.slugs.get(digest2))));
  const settled = new Map(
    known.map(({ digest: digest2, key, nodeKey }) => [digest2, { key, nodeKey: plan.slugs.has(digest2) ? nodeKeyOf(digest2) : nodeKey }])
  );
  const inserted = await insertReturning(
    tx,
    noun.referenceTable,
    { ...noun.referenceColumns, [noun.nodeKey]: "integer" },
    fresh.map((row) => ({ ...row, [noun.nodeKey]: nodeKeyOf(row.digest) })),
    ["key", "digest"]
  );
  for (const { key, digest: digest2 } of inserted) settled.set(digest2, { key, nodeKey: nodeKeyOf(digest2) });
  await move(tx, noun, moved.map(({ key, digest: digest2 }) => ({ key, nodeKey: nodeKeyOf(digest2) })));
  await deleteByKey(tx, noun.referenceTable, plan.vanished);
  return settled;
}
async function saveNodes(tx, { noun, shown }) {
  if (shown.size === 0) return /* @__PURE__ */ new Map();
  const { dialect } = tx;
  const { nodeTable, shownColumns } = noun;
  const rows = [...shown].map(([slug2, values]) => ({ slug: slug2, ...values, id: nodeId(noun.noun, slug2) }));
  const stored = await tx.run(
    `SELECT "key", "slug" FROM "${nodeTable}" WHERE "slug" IN ${dialect.texts(dialect.parameter(1))}`,
    [JSON.stringify([...shown.keys()])]
  );
  const keys = new Map(stored.map(({ slug: slug2, key }) => [slug2, key]));
  await updateShown(tx, noun, rows.filter(({ slug: slug2 }) => keys.has(slug2)));
  const created = await insertReturning(
    tx,
    nodeTable,
    { id: "text", slug: "text", ...shownColumns },
    rows.filter(({ slug: slug2 }) => !keys.has(slug2)),
    ["key", "slug"]
  );
  for (const { slug: slug2, key } of created) keys.set(slug2, key);
  return keys;
}
async function updateShown(tx, { nodeTable, shownColumns }, rows) {
  if (rows.length === 0) return;
  const given = tx.dialect.bulk({ slug: "text", ...shownColumns }, rows, "given");
  const columns2 = Object.keys(shownColumns);
  const changes = columns2.map((name) => `${names([name])} = given.${names([name])}`);
  const differences = columns2.map((name) => `node.${names([name])} IS DISTINCT FROM given.${names([name])}`);
  await tx.run(
    `UPDATE "${nodeTable}" AS node SET ${changes.join(", ")}
     FROM ${given.table} WHERE node."slug" = given."slug" AND (${differences.join(" OR ")})`,
    given.parameters
  );
}
async function move(tx, { referenceTable, tieTable, nodeKey }, moves) {
  if (moves.length === 0) return;
  const given = tx.dialect.bulk({ key: "integer", nodeKey: "integer" }, moves, "given");
  for (const [table, column] of [[referenceTable, "key"], [tieTable, "referenceKey"]]) {
    await tx.run(
      `UPDATE "${table}" AS target SET "${nodeKey}" = given."nodeKey" FROM ${given.table} WHERE target."${column}" = given."key"`,
      given.parameters
    );
  }
}
async function deleteAbandoned(tx, { noun, abandoned }) {
  await deleteByKey(tx, noun.nodeTable, abandoned);
}
async function deleteByKey(tx, table, keys) {
  if (keys.length === 0) return;
  await tx.run(`DELETE FROM "${table}" WHERE "key" IN ${tx.dialect.keys(tx.dialect.parameter(1))}`, [JSON.stringify(keys)]);
}

// src/store/writing/moved-ties.ts
async function storiesOfMoved(tx, { noun, moved }) {
  if (moved.length === 0) return [];
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  const storyKey2 = noun.noun === "Outlet" ? `(SELECT perspective."storyKey" FROM "perspective" AS perspective WHERE perspective."key" = tie."perspectiveKey")` : `tie."storyKey"`;
  const rows = await tx.run(
    `SELECT DISTINCT ${storyKey2} AS "storyKey" FROM "${noun.tieTable}" AS tie WHERE tie."referenceKey" IN ${keys}`,
    [JSON.stringify(moved.map(({ key }) => key))]
  );
  return rows.map(({ storyKey: key }) => key);
}
async function rederive(tx, storyKeys) {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  for (const sql of [...repeatStatements(keys), ...outletStatements(keys), countStatement(keys)]) {
    await tx.run(sql, [JSON.stringify(storyKeys)]);
  }
}
function repeatStatements(keys) {
  const perspectives2 = `(SELECT "key" FROM "perspective" WHERE "storyKey" IN ${keys})`;
  return [
    ["storyQuestion", "storyKey", "questionKey", keys],
    ["storyTopic", "storyKey", "topicKey", keys],
    ["perspectiveOutlet", "perspectiveKey", "outletKey", perspectives2]
  ].map(
    ([table, parent, node, parents]) => `UPDATE "${table}" AS tie SET "isRepeat" = EXISTS (
         SELECT 1 FROM "${table}" AS earlier WHERE earlier."${parent}" = tie."${parent}"
           AND earlier."${node}" = tie."${node}" AND earlier."position" < tie."position")
       WHERE tie."${parent}" IN ${parents}`
  );
}
function outletStatements(keys) {
  return [
    `DELETE FROM "storyOutlet" WHERE "storyKey" IN ${keys}`,
    `INSERT INTO "storyOutlet" ("storyKey", "outletKey", "position", "orderedAt", "storyId")
     SELECT story."key", mention."outletKey",
       row_number() OVER (PARTITION BY story."key" ORDER BY min(mention."place")) - 1, story."orderedAt", story."id"
     FROM "story" AS story JOIN (
       SELECT perspective."storyKey", tie."outletKey",
         row_number() OVER (PARTITION BY perspective."storyKey" ORDER BY perspective."position", tie."position") AS "place"
       FROM "perspective" AS perspective JOIN "perspectiveOutlet" AS tie ON tie."perspectiveKey" = perspective."key"
       WHERE perspective."storyKey" IN ${keys}
     ) AS mention ON mention."storyKey" = story."key"
     GROUP BY story."key", mention."outletKey", story."orderedAt", story."id"`
  ];
}
function countStatement(keys) {
  const count = (table, condition) => `(SELECT count(*) FROM "${table}" AS tie WHERE tie."storyKey" = story."key"${condition})`;
  return `UPDATE "story" AS story SET
    "outletCount" = ${count("storyOutlet", "")},
    "questionCount" = ${count("storyQuestion", ' AND NOT tie."isRepeat"')},
    "topicCount" = ${count("storyTopic", ' AND NOT tie."isRepeat"')}
    WHERE story."key" IN ${keys}`;
}

// src/store/writing/sort-name.ts
var ARTICLE = /^the /;
function sortNameOf(name) {
  const folded = name.normalize("NFKD").toLowerCase().replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim().normalize("NFC");
  return folded === "" ? name : folded;
}
function outletSortNameOf(name) {
  const folded = sortNameOf(name);
  return folded.replace(ARTICLE, "") || folded;
}

// src/store/writing/nouns.ts
var identity = { digest: "text", givenSlug: "text", nameSlug: "text" };
var outletNoun = {
  noun: "Outlet",
  nodeTable: "outlet",
  referenceTable: "outletReference",
  tieTable: "perspectiveOutlet",
  nodeKey: "outletKey",
  referenceColumns: { ...identity, name: "text", aliases: "text", aliasSlugs: "text", country: "text", homepage: "text" },
  shownColumns: { name: "text", sortName: "text", aliases: "text", country: "text", homepage: "text" },
  outlivesItsTies: true,
  toReference: ({ digest: digest2, givenSlug, nameSlug, aliasSlugs }) => ({
    id: digest2,
    givenSlug,
    wikidataId: null,
    nameSlug,
    aliasSlugs: parseTexts(aliasSlugs)
  }),
  shown: (rows) => {
    const best = ranked(rows, ({ givenSlug, name: name2 }) => [givenSlug === null ? "1" : "0", name2]);
    const name = best[0]?.name ?? "";
    return {
      name,
      sortName: outletSortNameOf(name),
      aliases: allAliases(rows, name),
      country: firstPresent(best.map(({ country }) => country)),
      homepage: firstPresent(best.map(({ homepage }) => homepage))
    };
  }
};
var questionNoun = {
  noun: "Question",
  nodeTable: "question",
  referenceTable: "questionReference",
  tieTable: "storyQuestion",
  nodeKey: "questionKey",
  referenceColumns: { ...identity, title: "text" },
  shownColumns: { title: "text", sortTitle: "text" },
  outlivesItsTies: false,
  toReference: ({ digest: digest2, givenSlug, nameSlug }) => ({ id: digest2, givenSlug, wikidataId: null, nameSlug, aliasSlugs: [] }),
  shown: (rows) => {
    const title = ranked(rows, (row) => [row.givenSlug === null ? "1" : "0", row.title])[0]?.title ?? "";
    return { title, sortTitle: sortNameOf(title) };
  }
};
var topicNoun = {
  noun: "Topic",
  nodeTable: "topic",
  referenceTable: "topicReference",
  tieTable: "storyTopic",
  nodeKey: "topicKey",
  referenceColumns: { ...identity, wikidataId: "text", name: "text", nameIsDerived: "boolean", aliases: "text", kind: "text" },
  shownColumns: { name: "text", sortName: "text", nameIsDerived: "boolean", aliases: "text", kind: "text", wikidataId: "text" },
  outlivesItsTies: false,
  toReference: ({ digest: digest2, givenSlug, wikidataId: wikidataId2, nameSlug }) => ({
    id: digest2,
    givenSlug,
    wikidataId: wikidataId2,
    nameSlug,
    // An alias never merges topics.
    aliasSlugs: []
  }),
  shown: (rows) => {
    const best = ranked(rows, ({ nameIsDerived, name: name2 }) => [nameIsDerived ? "1" : "0", name2]);
    const name = best[0]?.name ?? "";
    return {
      name,
      sortName: sortNameOf(name),
      nameIsDerived: Boolean(best[0]?.nameIsDerived),
      aliases: allAliases(rows, name),
      kind: firstPresent(best.map(({ kind: kind2 }) => kind2)),
      wikidataId: firstPresent(best.map(({ wikidataId: wikidataId2 }) => wikidataId2))
    };
  }
};
function outletRow(mention) {
  const { digest: digest2, givenSlug, nameSlug, name, aliases, aliasSlugs, country, homepage } = mention;
  return {
    digest: digest2,
    givenSlug,
    nameSlug,
    name,
    aliases: JSON.stringify(aliases),
    aliasSlugs: JSON.stringify(aliasSlugs),
    country,
    homepage
  };
}
function questionRow({ digest: digest2, givenSlug, nameSlug, title }) {
  return { digest: digest2, givenSlug, nameSlug, title };
}
function topicRow({ aliases, ...rest }) {
  return { ...rest, aliases: JSON.stringify(aliases) };
}
function ranked(rows, rankOf) {
  const ranks = rows.map((row) => ({ row, rank: [...rankOf(row), row.digest].join("\0") }));
  return ranks.sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ row }) => row);
}
function firstPresent(values) {
  return values.find((value) => value !== null) ?? null;
}
function allAliases(rows, name) {
  const all2 = new Set(rows.flatMap(({ aliases }) => parseTexts(aliases)));
  all2.delete(name);
  return JSON.stringify([...all2].sort());
}
function parseTexts(json2) {
  const value = JSON.parse(json2);
  return Array.isArray(value) ? value.filter((element) => typeof element === "string") : [];
}

// src/domain/reference.ts
function resolveReferences(references) {
  const nodes = [];
  const slugById = /* @__PURE__ */ new Map();
  for (const reference2 of [...references].sort(inCanonicalOrder)) {
    const node = nodeOf(reference2, nodes) ?? newNode(reference2, nodes);
    if (reference2.wikidataId !== null) node.wikidataIds.add(reference2.wikidataId);
    node.nameSlugs.add(reference2.nameSlug);
    for (const alias of reference2.aliasSlugs) node.aliasSlugs.add(alias);
    slugById.set(reference2.id, node.slug);
  }
  return slugById;
}
function nodeOf(reference2, nodes) {
  const { givenSlug, wikidataId: wikidataId2, nameSlug, aliasSlugs } = reference2;
  if (givenSlug !== null) return nodes.find((node) => node.slug === givenSlug);
  if (wikidataId2 !== null) {
    const same = nodes.find((node) => node.wikidataIds.has(wikidataId2));
    if (same !== void 0) return same;
  }
  const compatible = nodes.filter((node) => wikidataId2 === null || node.wikidataIds.size === 0);
  const bearers = compatible.filter((node) => node.nameSlugs.has(nameSlug) || node.slug === nameSlug);
  if (bearers.length > 0) return bearers.find((node) => node.slug === nameSlug) ?? bearers[0];
  return compatible.find(
    (node) => node.aliasSlugs.has(nameSlug) || aliasSlugs.some((alias) => node.nameSlugs.has(alias))
  );
}
function newNode(reference2, nodes) {
  const { givenSlug, wikidataId: wikidataId2, nameSlug } = reference2;
  const wanted = givenSlug ?? nameSlug;
  const isTaken = nodes.some((node2) => node2.slug === wanted);
  const slug2 = isTaken && wikidataId2 !== null ? `${wanted}-${wikidataId2.toLowerCase()}` : wanted;
  const node = { slug: slug2, wikidataIds: /* @__PURE__ */ new Set(), nameSlugs: /* @__PURE__ */ new Set(), aliasSlugs: /* @__PURE__ */ new Set() };
  nodes.push(node);
  return node;
}
function inCanonicalOrder(a, b) {
  return compare(strength(a), strength(b)) || compare(sortKey(a), sortKey(b));
}
function strength(reference2) {
  if (reference2.givenSlug !== null) return "0";
  if (reference2.wikidataId !== null) return "1";
  return reference2.aliasSlugs.length > 0 ? "2" : "3";
}
function sortKey({ givenSlug, wikidataId: wikidataId2, nameSlug, aliasSlugs, id }) {
  return [givenSlug ?? "", wikidataId2 ?? "", nameSlug, ...aliasSlugs, id].join("\0");
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/store/writing/reference-plan.ts
async function planReferences(tx, noun, used, released) {
  const known = await findByDigest(tx, noun, [...used.keys()]);
  const knownDigests = new Set(known.map(({ digest: digest2 }) => digest2));
  const fresh = [...used.values()].filter(({ digest: digest2 }) => !knownDigests.has(digest2));
  const inUse = new Set(known.map(({ key }) => key));
  const untied = await findUntied(tx, noun, [...released].filter((key) => !inUse.has(key)));
  const retied = noun.outlivesItsTies ? known.filter(({ isTied }) => !isTied) : [];
  const seeds = [...fresh, ...untied, ...retied];
  if (seeds.length === 0) return emptyPlan(noun, known);
  const stored = await loadTouching(tx, noun, seeds);
  return resolve(noun, { used, known, fresh, untied, stored });
}
function resolve(noun, findings) {
  const { used, known, fresh, untied, stored } = findings;
  const isTied = (row) => used.has(row.digest) || Boolean(row.isTied);
  const tied = [...fresh, ...stored.filter(isTied)];
  const kept = noun.outlivesItsTies ? stored.filter((row) => !isTied(row)) : [];
  const slugs = new Map([
    ...resolveReferences([...tied, ...kept].map(noun.toReference)),
    ...resolveReferences(tied.map(noun.toReference))
  ]);
  const remaining = stored.filter(({ digest: digest2 }) => slugs.has(digest2));
  return {
    noun,
    known,
    fresh,
    vanished: noun.outlivesItsTies ? [] : untied.map(({ key }) => key),
    moved: remaining.filter(({ digest: digest2, nodeSlug }) => slugs.get(digest2) !== nodeSlug),
    slugs,
    shown: shownBySlug(noun, slugs, tied, kept),
    abandoned: abandonedNodes(stored, new Set(slugs.values()))
  };
}
function shownBySlug(noun, slugs, tied, kept) {
  const bySlug = /* @__PURE__ */ new Map();
  for (const row of tied) append(bySlug, slugs.get(row.digest), row);
  const orphans = /* @__PURE__ */ new Map();
  for (const row of kept) append(orphans, slugs.get(row.digest), row);
  for (const [slug2, rows] of orphans) if (!bySlug.has(slug2)) bySlug.set(slug2, rows);
  return new Map([...bySlug].map(([slug2, rows]) => [slug2, noun.shown(rows)]));
}
function append(lists, key, value) {
  if (key === void 0) return;
  const list2 = lists.get(key);
  if (list2 === void 0) lists.set(key, [value]);
  else list2.push(value);
}
function abandonedNodes(stored, slugs) {
  return [...new Set(stored.filter(({ nodeSlug }) => !slugs.has(nodeSlug)).map(({ nodeKey }) => nodeKey))];
}
function emptyPlan(noun, known) {
  return { noun, known, fresh: [], vanished: [], moved: [], slugs: /* @__PURE__ */ new Map(), shown: /* @__PURE__ */ new Map(), abandoned: [] };
}
async function loadTouching(tx, noun, seeds) {
  if (noun.outlivesItsTies) return component(noun, seeds, await find(tx, noun, `true`, []));
  const slugs = /* @__PURE__ */ new Set();
  const wikidataIds = /* @__PURE__ */ new Set();
  let found = [];
  let newest = seeds;
  for (; ; ) {
    const before = slugs.size + wikidataIds.size;
    for (const row of newest) collectLinks(noun, row, slugs, wikidataIds);
    if (slugs.size + wikidataIds.size === before) return found;
    newest = found = await findLinked(tx, noun, slugs, wikidataIds);
  }
}
var WIKIDATA_SUFFIX = /-(q\d+)$/;
function collectLinks(noun, row, slugs, wikidataIds) {
  const { givenSlug, wikidataId: wikidataId2, nameSlug } = noun.toReference(row);
  for (const slug2 of [nameSlug, ...givenSlug === null ? [] : [givenSlug]]) {
    slugs.add(slug2);
    const suffix = WIKIDATA_SUFFIX.exec(slug2)?.[1];
    if (suffix !== void 0) wikidataIds.add(suffix.toUpperCase());
  }
  if (wikidataId2 === null) return;
  wikidataIds.add(wikidataId2);
  slugs.add(`${nameSlug}-${wikidataId2.toLowerCase()}`);
}
function component(noun, seeds, all2) {
  const linksOf = (row) => {
    const { givenSlug, nameSlug, aliasSlugs } = noun.toReference(row);
    return [nameSlug, ...aliasSlugs, ...givenSlug === null ? [] : [givenSlug]];
  };
  const byLink = /* @__PURE__ */ new Map();
  for (const row of all2) for (const link of linksOf(row)) append(byLink, link, row);
  const found = /* @__PURE__ */ new Set();
  const seen = new Set(seeds.flatMap(linksOf));
  for (const link of seen) {
    for (const row of byLink.get(link) ?? []) {
      if (found.has(row)) continue;
      found.add(row);
      for (const next of linksOf(row)) seen.add(next);
    }
  }
  return [...found];
}
function findByDigest(tx, noun, digests) {
  if (digests.length === 0) return Promise.resolve([]);
  const texts = tx.dialect.texts(tx.dialect.parameter(1));
  return find(tx, noun, `reference."digest" IN ${texts}`, [JSON.stringify(digests)]);
}
async function findUntied(tx, noun, keys) {
  if (keys.length === 0) return [];
  const list2 = tx.dialect.keys(tx.dialect.parameter(1));
  const rows = await find(tx, noun, `reference."key" IN ${list2}`, [JSON.stringify(keys)]);
  return rows.filter(({ isTied }) => !isTied);
}
function findLinked(tx, noun, slugs, wikidataIds) {
  const { dialect } = tx;
  const links = ["givenSlug", "nameSlug"].map((column) => linked(noun, column, dialect.texts(dialect.parameter(1))));
  const parameters = [JSON.stringify([...slugs])];
  if ("wikidataId" in noun.referenceColumns) {
    links.push(linked(noun, "wikidataId", dialect.texts(dialect.parameter(2))));
    parameters.push(JSON.stringify([...wikidataIds]));
  }
  return find(tx, noun, `reference."key" IN (${links.join(" UNION ")})`, parameters);
}
function linked(noun, column, texts) {
  return `SELECT "key" FROM "${noun.referenceTable}" WHERE "${column}" IN ${texts}`;
}
function find(tx, { referenceTable, referenceColumns, nodeTable, nodeKey, tieTable }, condition, parameters) {
  const columns2 = Object.keys(referenceColumns).map((name) => `reference.${names([name])}`);
  return tx.run(
    `SELECT reference."key", reference."${nodeKey}" AS "nodeKey", node."slug" AS "nodeSlug", ${columns2.join(", ")},
       EXISTS (SELECT 1 FROM "${tieTable}" AS tie WHERE tie."referenceKey" = reference."key") AS "isTied"
     FROM "${referenceTable}" AS reference JOIN "${nodeTable}" AS node ON node."key" = reference."${nodeKey}"
     WHERE ${condition}`,
    parameters
  );
}

// src/store/writing/side-by-side.ts
async function sideBySide(...parts) {
  let failure = null;
  const watched = parts.map(
    (part) => part.catch((error) => {
      failure ??= { error };
    })
  );
  await Promise.all(watched);
  if (failure !== null) throw failure.error;
  return Promise.all(parts);
}

// src/store/writing/write-shown.ts
async function writeShown(tx, change, leaving) {
  await sideBySide(
    writeNodes(tx, "question", ["intro", "answer", "isTruncated"], staying(change.questions, leaving.questions)),
    writeNodes(tx, "topic", ["description", "isTruncated"], staying(change.topics, leaving.topics))
  );
}
function staying(counts, leaving) {
  return [...counts].filter(([key]) => !leaving.has(key)).map(([key, change]) => ({ key, change }));
}
async function writeNodes(tx, table, columns2, rows) {
  if (rows.length === 0) return;
  const given = tx.dialect.bulk({ key: "integer", change: "integer" }, rows, "given");
  const [tieTable, nodeKey] = table === "question" ? ["storyQuestion", "questionKey"] : ["storyTopic", "topicKey"];
  const list2 = columns2.map((name) => `"${name}"`).join(", ");
  await tx.run(
    `UPDATE "${table}" AS node SET "storyCount" = node."storyCount" + given."change", (${list2}) = (
       SELECT ${list2} FROM "${tieTable}" AS tie WHERE tie."${nodeKey}" = node."key"
       ORDER BY tie."completeness" DESC, tie."orderedAt" DESC, tie."storyId" DESC, tie."position" LIMIT 1)
     FROM ${given.table} WHERE node."key" = given."key"`,
    given.parameters
  );
}

// src/store/writing/settle-references.ts
var CHUNK = 500;
async function settleReferences(tx, stories, released, tallies) {
  const plans = await planAll(tx, stories, released);
  const concerned = [
    .../* @__PURE__ */ new Set([
      ...await storiesOfMoved(tx, plans.outlets),
      ...await storiesOfMoved(tx, plans.questions),
      ...await storiesOfMoved(tx, plans.topics)
    ])
  ];
  await countStored(tx, concerned, tallies, -1);
  const [outlets, questions2, topics2] = await sideBySide(
    applyReferences(tx, plans.outlets),
    applyReferences(tx, plans.questions),
    applyReferences(tx, plans.topics)
  );
  await rederive(tx, concerned);
  await countStored(tx, concerned, tallies, 1);
  return { references: { outlets, questions: questions2, topics: topics2 }, plans };
}
async function finishReferences(tx, { plans }, tallies) {
  const { outlets, questions: questions2, topics: topics2 } = plans;
  await writeShown(tx, tallies, { questions: new Set(questions2.abandoned), topics: new Set(topics2.abandoned) });
  await deleteAbandoned(tx, outlets);
  await deleteAbandoned(tx, questions2);
  await deleteAbandoned(tx, topics2);
}
async function planAll(tx, stories, released) {
  const outlets = /* @__PURE__ */ new Map();
  const questions2 = /* @__PURE__ */ new Map();
  const topics2 = /* @__PURE__ */ new Map();
  for (const story2 of stories) {
    for (const perspective4 of story2.perspectives) addMissing(outlets, perspective4.outlets, outletRow);
    addMissing(questions2, story2.questions.map(({ mention }) => mention), questionRow);
    addMissing(topics2, story2.topics.map(({ mention }) => mention), topicRow);
  }
  const referencesOf = (list2) => new Set(released.flatMap((ties) => ties[list2].map(({ referenceKey }) => referenceKey)));
  const [outletPlan, questionPlan, topicPlan] = await sideBySide(
    planReferences(tx, outletNoun, outlets, referencesOf("outlets")),
    planReferences(tx, questionNoun, questions2, referencesOf("questions")),
    planReferences(tx, topicNoun, topics2, referencesOf("topics"))
  );
  return { outlets: outletPlan, questions: questionPlan, topics: topicPlan };
}
function addMissing(rows, mentions, rowOf) {
  for (const mention of mentions) if (!rows.has(mention.digest)) rows.set(mention.digest, rowOf(mention));
}
async function countStored(tx, storyKeys, tallies, sign) {
  for (let start = 0; start < storyKeys.length; start += CHUNK) {
    const ties = await readTies(tx, storyKeys.slice(start, start + CHUNK));
    for (const each of ties.values()) tallies.count(each, sign);
  }
}

// src/store/writing/story-ties.ts
function distinctNodes(ties) {
  return new Set(ties.map(({ nodeKey }) => nodeKey));
}

// src/store/writing/tally-change.ts
var PairCounter = class {
  constructor() {
    this.counts = /* @__PURE__ */ new Map();
  }
  add(first, second, change) {
    let row = this.counts.get(first);
    if (row === void 0) this.counts.set(first, row = /* @__PURE__ */ new Map());
    row.set(second, (row.get(second) ?? 0) + change);
  }
  /** In the order of the keys, as the table has them: neighbours in the index are written together. */
  changes() {
    const changes = [];
    for (const [first, row] of this.counts) {
      for (const [second, change] of row) if (change !== 0) changes.push({ first, second, change });
    }
    return changes.sort((a, b) => a.first - b.first || a.second - b.second);
  }
};
var TallyChange = class {
  constructor() {
    /** Every outlet, question and topic that a story had or has, whether its count changes or not. */
    this.outlets = /* @__PURE__ */ new Map();
    this.questions = /* @__PURE__ */ new Map();
    this.topics = /* @__PURE__ */ new Map();
    this.topicOutlets = new PairCounter();
    this.topicTopics = new PairCounter();
    this.questionTopics = new PairCounter();
  }
  /** Puts a story's ties in (+1) or takes them out (-1). */
  count(ties, sign) {
    const outlets = distinctNodes(ties.outlets);
    const questions2 = distinctNodes(ties.questions);
    const topics2 = distinctNodes(ties.topics);
    this.countOutlets(ties, outlets, sign);
    for (const question3 of questions2) {
      this.questions.set(question3, (this.questions.get(question3) ?? 0) + sign);
      for (const topic3 of topics2) this.questionTopics.add(question3, topic3, sign);
    }
    for (const topic3 of topics2) {
      this.topics.set(topic3, (this.topics.get(topic3) ?? 0) + sign);
      for (const outlet2 of outlets) this.topicOutlets.add(topic3, outlet2, sign);
      for (const related of topics2) if (related !== topic3) this.topicTopics.add(topic3, related, sign);
    }
  }
  /** The rows of the three tables of pairs that change. */
  pairs() {
    return {
      topicOutlet: this.topicOutlets.changes(),
      topicTopic: this.topicTopics.changes(),
      questionTopic: this.questionTopics.changes()
    };
  }
  countOutlets(ties, outlets, sign) {
    for (const outlet2 of outlets) this.countsOf(outlet2).stories += sign;
    const seen = /* @__PURE__ */ new Set();
    for (const { nodeKey, perspective: perspective4, isCollective: isCollective2 } of ties.outlets) {
      const mention = `${perspective4} ${nodeKey}`;
      if (seen.has(mention)) continue;
      seen.add(mention);
      const counts = this.countsOf(nodeKey);
      if (isCollective2) counts.collectives += sign;
      else counts.perspectives += sign;
    }
  }
  countsOf(outlet2) {
    let counts = this.outlets.get(outlet2);
    if (counts === void 0) this.outlets.set(outlet2, counts = { stories: 0, perspectives: 0, collectives: 0 });
    return counts;
  }
};

// src/store/writing/write-tallies.ts
var PAIR_TABLES = {
  topicOutlet: ["topicKey", "outletKey"],
  topicTopic: ["topicKey", "relatedKey"],
  questionTopic: ["questionKey", "topicKey"]
};
async function writeTallies(tx, change) {
  const { topicTopic, topicOutlet, questionTopic } = change.pairs();
  await sideBySide(
    writePairs(tx, "topicTopic", topicTopic),
    writePairs(tx, "topicOutlet", topicOutlet),
    writePairs(tx, "questionTopic", questionTopic),
    writeOutlets(tx, change)
  );
}
async function writeOutlets(tx, change) {
  const rows = [...change.outlets].map(([key, counts]) => ({ key, ...counts })).filter(({ stories, perspectives: perspectives2, collectives }) => stories !== 0 || perspectives2 !== 0 || collectives !== 0);
  if (rows.length === 0) return;
  const columns2 = { key: "integer", stories: "integer", perspectives: "integer", collectives: "integer" };
  const given = tx.dialect.bulk(columns2, rows, "given");
  await tx.run(
    `UPDATE "outlet" AS node SET
       "storyCount" = node."storyCount" + given."stories",
       "perspectiveCount" = node."perspectiveCount" + given."perspectives",
       "collectiveCount" = node."collectiveCount" + given."collectives"
     FROM ${given.table} WHERE node."key" = given."key"`,
    given.parameters
  );
}
async function writePairs(tx, table, pairs2) {
  if (pairs2.length === 0) return;
  const [first, second] = PAIR_TABLES[table];
  const given = tx.dialect.bulk({ first: "integer", second: "integer", change: "integer" }, pairs2, "given");
  await tx.run(
    `INSERT INTO "${table}" ("${first}", "${second}", "storyCount")
     SELECT "first", "second", "change" FROM ${given.table} WHERE true
     ON CONFLICT ("${first}", "${second}") DO UPDATE SET "storyCount" = "${table}"."storyCount" + excluded."storyCount"`,
    given.parameters
  );
  await deleteZeros(tx, table, pairs2.filter(({ change }) => change < 0));
}
async function deleteZeros(tx, table, pairs2) {
  if (pairs2.length === 0) return;
  const [first, second] = PAIR_TABLES[table];
  const given = tx.dialect.bulk({ first: "integer", second: "integer" }, pairs2, "given");
  await tx.run(
    `DELETE FROM "${table}" WHERE "storyCount" = 0 AND ("${first}", "${second}") IN (SELECT "first", "second" FROM ${given.table})`,
    given.parameters
  );
}

// src/store/writing/remove-stories.ts
function removeStories(database, slugs) {
  return database.transaction(async (tx) => {
    const stories = await findBySlug(tx, slugs);
    if (stories.length > 0) await remove(tx, stories);
    return stories.map(({ id, slug: slug2 }) => ({ id, slug: slug2 }));
  });
}
function findBySlug(tx, slugs) {
  return tx.run(
    `SELECT "key", "id", "slug", "slugBase", "slugIsGiven" FROM "story"
     WHERE "slug" IN ${tx.dialect.texts(tx.dialect.parameter(1))} ORDER BY "slug"`,
    [JSON.stringify(slugs)]
  );
}
async function remove(tx, stories) {
  const keys = stories.map(({ key }) => key);
  const tallies = new TallyChange();
  const released = await release(tx, keys, tallies);
  const settlement = await settleReferences(tx, [], released, tallies);
  const { changes } = await planSlugs(tx, [], stories);
  await tx.run(`DELETE FROM "story" WHERE "key" IN ${tx.dialect.keys(tx.dialect.parameter(1))}`, [JSON.stringify(keys)]);
  await unpark(tx, changes);
  await writeTallies(tx, tallies);
  await finishReferences(tx, settlement, tallies);
}

// src/store/writing/story-row.ts
function orderedAtOf({ publishedAt }, { importedAt }) {
  return publishedAt ?? importedAt;
}
var storyColumns = {
  id: "text",
  slug: "text",
  slugBase: "text",
  slugIsGiven: "boolean",
  title: "text",
  titleIsDerived: "boolean",
  language: "text",
  url: "text",
  publishedAt: "text",
  sourceUpdatedAt: "text",
  importedAt: "text",
  updatedAt: "text",
  orderedAt: "text",
  summary: "text",
  analysis: "text",
  coverage: "text",
  background: "text",
  otherSections: "text",
  perspectiveCount: "integer",
  outletCount: "integer",
  questionCount: "integer",
  topicCount: "integer",
  contentDigest: "text"
};
function storyRow(story2, instants) {
  return {
    id: story2.id,
    slugBase: story2.slugBase,
    slugIsGiven: story2.givenSlug !== null,
    title: story2.title,
    titleIsDerived: story2.titleIsDerived,
    language: story2.language,
    url: story2.url,
    publishedAt: story2.publishedAt,
    sourceUpdatedAt: story2.sourceUpdatedAt,
    ...instants,
    orderedAt: orderedAtOf(story2, instants),
    ...sectionColumns(story2),
    contentDigest: story2.contentDigest
  };
}
function sectionColumns({ sections }) {
  const stored = sections.map(
    ({ kind: kind2, heading, blocks, isTruncated }, position) => ({ kind: kind2, heading, blocks, isTruncated, position })
  );
  const ofKind = (wanted) => stored.filter(({ kind: kind2 }) => kind2 === wanted);
  const only = (kind2) => {
    const [section2] = ofKind(kind2);
    return section2 === void 0 ? null : JSON.stringify(section2);
  };
  return {
    summary: only("SUMMARY"),
    analysis: only("ANALYSIS"),
    coverage: only("COVERAGE"),
    background: only("BACKGROUND"),
    otherSections: JSON.stringify(ofKind("OTHER"))
  };
}
function upsertStories(tx, rows) {
  return insertReturning(tx, "story", storyColumns, rows, ["id", "key"], "id");
}
var perspectiveColumns = {
  id: "text",
  storyKey: "integer",
  position: "integer",
  headline: "text",
  text: "text",
  statements: "text",
  isCollective: "boolean",
  url: "text",
  publishedAt: "text",
  isTruncated: "boolean"
};
function perspectiveRows(story2, storyKey2) {
  return story2.perspectives.map((perspective4, position) => ({
    id: perspective4.id,
    storyKey: storyKey2,
    position,
    headline: perspective4.headline,
    text: perspective4.text,
    statements: JSON.stringify(perspective4.statements.map(({ text: text3, basis }) => ({ text: text3, basis }))),
    isCollective: perspective4.isCollective,
    url: perspective4.url,
    publishedAt: perspective4.publishedAt,
    isTruncated: perspective4.isTruncated
  }));
}

// src/store/writing/tie-rows.ts
function tiesOf(story2, settled) {
  const tie = (references, digest2) => {
    const { key, nodeKey } = present(references.get(digest2));
    return { referenceKey: key, nodeKey };
  };
  return {
    outlets: story2.perspectives.flatMap(
      ({ outlets, isCollective: isCollective2 }, perspective4) => outlets.map(({ digest: digest2 }) => ({ perspective: perspective4, isCollective: isCollective2, ...tie(settled.outlets, digest2) }))
    ),
    questions: story2.questions.map(({ mention }) => tie(settled.questions, mention.digest)),
    topics: story2.topics.map(({ mention }) => tie(settled.topics, mention.digest))
  };
}
var perspectiveOutletColumns = {
  perspectiveKey: "integer",
  position: "integer",
  outletKey: "integer",
  referenceKey: "integer",
  isRepeat: "boolean",
  orderedAt: "text",
  perspectiveId: "text",
  isCollective: "boolean"
};
function perspectiveOutletRows(placed, perspectiveKeys) {
  return placed.story.perspectives.flatMap(({ id, isCollective: isCollective2, publishedAt }, perspective4) => {
    const ties = placed.ties.outlets.filter((tie) => tie.perspective === perspective4);
    return withRepeats(ties).map(({ nodeKey, referenceKey, isRepeat }, position) => ({
      perspectiveKey: present(perspectiveKeys.get(id)),
      position,
      outletKey: nodeKey,
      referenceKey,
      isRepeat,
      orderedAt: publishedAt ?? placed.orderedAt,
      perspectiveId: id,
      isCollective: isCollective2
    }));
  });
}
var storyOutletColumns = {
  storyKey: "integer",
  outletKey: "integer",
  position: "integer",
  orderedAt: "text",
  storyId: "text"
};
function storyOutletRows({ story: story2, key, orderedAt, ties }) {
  return [...distinctNodes(ties.outlets)].map((outletKey, position) => ({
    storyKey: key,
    outletKey,
    position,
    orderedAt,
    storyId: story2.id
  }));
}
var storyQuestionColumns = {
  storyKey: "integer",
  position: "integer",
  questionKey: "integer",
  referenceKey: "integer",
  isRepeat: "boolean",
  intro: "text",
  answer: "text",
  isTruncated: "boolean",
  completeness: "integer",
  orderedAt: "text",
  storyId: "text"
};
function storyQuestionRows({ story: story2, key, orderedAt, ties }) {
  return withRepeats(ties.questions).map(({ nodeKey, referenceKey, isRepeat }, position) => {
    const { intro, answer, isTruncated } = present(story2.questions[position]);
    return {
      storyKey: key,
      position,
      questionKey: nodeKey,
      referenceKey,
      isRepeat,
      intro,
      answer: answer === null ? null : JSON.stringify({ blocks: answer.blocks, isTruncated: answer.isTruncated }),
      isTruncated,
      completeness: questionCompleteness(story2.questions[position]),
      orderedAt,
      storyId: story2.id
    };
  });
}
var storyTopicColumns = {
  storyKey: "integer",
  position: "integer",
  topicKey: "integer",
  referenceKey: "integer",
  isRepeat: "boolean",
  description: "text",
  isTruncated: "boolean",
  completeness: "integer",
  orderedAt: "text",
  storyId: "text"
};
function storyTopicRows({ story: story2, key, orderedAt, ties }) {
  return withRepeats(ties.topics).map(({ nodeKey, referenceKey, isRepeat }, position) => {
    const { description, isTruncated } = present(story2.topics[position]);
    return {
      storyKey: key,
      position,
      topicKey: nodeKey,
      referenceKey,
      isRepeat,
      description,
      isTruncated,
      completeness: description === null ? 0 : isTruncated ? 1 : 2,
      orderedAt,
      storyId: story2.id
    };
  });
}
function questionCompleteness(question3) {
  const { intro, answer, isTruncated } = present(question3);
  if (answer === null) return intro === null ? 0 : 1;
  return isTruncated || answer.isTruncated ? 2 : 3;
}
function withRepeats(ties) {
  const seen = /* @__PURE__ */ new Set();
  return ties.map((tie) => {
    const isRepeat = seen.has(tie.nodeKey);
    seen.add(tie.nodeKey);
    return { ...tie, isRepeat };
  });
}

// src/store/writing/write-batch.ts
async function writeBatch(tx, stories, now) {
  const stored = await findStories(tx, stories.map(({ id }) => id));
  const changed = stories.filter(({ id, contentDigest: contentDigest2 }) => stored.get(id)?.contentDigest !== contentDigest2);
  const slugs = changed.length === 0 ? /* @__PURE__ */ new Map() : await write(tx, changed, stored, now);
  return stories.map(({ id }) => {
    const before = stored.get(id);
    const slug2 = slugs.get(id);
    if (slug2 === void 0) return { status: "unchanged", id, slug: present(before).slug };
    return { status: before === void 0 ? "created" : "updated", id, slug: slug2 };
  });
}
async function findStories(tx, ids) {
  const rows = await tx.run(
    `SELECT "key", "id", "slug", "slugBase", "slugIsGiven", "contentDigest", "importedAt"
     FROM "story" WHERE "id" IN ${tx.dialect.texts(tx.dialect.parameter(1))}`,
    [JSON.stringify(ids)]
  );
  return new Map(rows.map((row) => [row.id, row]));
}
async function write(tx, stories, stored, now) {
  const tallies = new TallyChange();
  const before = stories.flatMap(({ id }) => stored.get(id) ?? []);
  const released = await release(tx, before.map(({ key }) => key), tallies);
  const [settlement, { slugs, changes }] = await sideBySide(
    settleReferences(tx, stories, released, tallies),
    planSlugs(tx, stories, before)
  );
  const trading = before.filter(({ id, slug: slug2 }) => slugs.get(id) !== slug2);
  await park(tx, [...changes, ...trading].map(({ key }) => key));
  const placed = await writeStories(tx, stories, (story2) => {
    const instants = instantsOf(story2, stored.get(story2.id), now);
    const ties = tiesOf(story2, settlement.references);
    return { story: story2, ties, instants, slug: present(slugs.get(story2.id)) };
  });
  await unpark(tx, changes);
  await sideBySide(...writeTies(tx, placed), writeTallies(tx, counted(tallies, placed)));
  await finishReferences(tx, settlement, tallies);
  return slugs;
}
function instantsOf(story2, before, now) {
  return {
    importedAt: story2.importedAt ?? before?.importedAt ?? now,
    // A story that the store already has changes when the store says so.
    updatedAt: before === void 0 ? story2.updatedAt ?? now : now
  };
}
async function writeStories(tx, stories, prepare) {
  const prepared = stories.map(prepare);
  const rows = prepared.map(({ story: story2, ties, instants, slug: slug2 }) => ({
    ...storyRow(story2, instants),
    slug: slug2,
    perspectiveCount: story2.perspectives.length,
    outletCount: distinctNodes(ties.outlets).size,
    questionCount: distinctNodes(ties.questions).size,
    topicCount: distinctNodes(ties.topics).size
  }));
  const keys = new Map((await upsertStories(tx, rows)).map(({ id, key }) => [id, key]));
  return prepared.map(({ story: story2, ties, instants }) => ({
    story: story2,
    ties,
    key: present(keys.get(story2.id)),
    orderedAt: orderedAtOf(story2, instants)
  }));
}
function counted(tallies, placed) {
  for (const { ties } of placed) tallies.count(ties, 1);
  return tallies;
}
function writeTies(tx, placed) {
  return [
    writePerspectives(tx, placed),
    insertRows(tx, "storyTopic", storyTopicColumns, placed.flatMap(storyTopicRows)),
    insertRows(tx, "storyQuestion", storyQuestionColumns, placed.flatMap(storyQuestionRows)),
    insertRows(tx, "storyOutlet", storyOutletColumns, placed.flatMap(storyOutletRows))
  ];
}
async function writePerspectives(tx, placed) {
  const perspectives2 = await insertReturning(
    tx,
    "perspective",
    perspectiveColumns,
    placed.flatMap(({ story: story2, key }) => perspectiveRows(story2, key)),
    ["id", "key"]
  );
  const keys = new Map(perspectives2.map(({ id, key }) => [id, key]));
  const mentions = placed.flatMap((story2) => perspectiveOutletRows(story2, keys));
  await insertRows(tx, "perspectiveOutlet", perspectiveOutletColumns, mentions);
}

// src/store/writing/story-writer.ts
var DryRunOver = class extends Error {
  constructor(outcomes) {
    super("dry run");
    this.outcomes = outcomes;
  }
};
async function saveStories(database, stories, { dryRun = false, now = (/* @__PURE__ */ new Date()).toISOString() } = {}) {
  if (stories.length === 0) return [];
  const attempt = (write2) => inTransaction(database, dryRun, (tx) => write2(tx, stories, now));
  try {
    return await attempt(saveTogether);
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    return attempt(saveOneByOne);
  }
}
async function inTransaction(database, isDryRun, write2) {
  if (!isDryRun) return database.transaction(write2);
  try {
    return await database.transaction(async (tx) => {
      throw new DryRunOver(await write2(tx));
    });
  } catch (error) {
    if (error instanceof DryRunOver) return error.outcomes;
    throw error;
  }
}
async function saveTogether(tx, stories, now) {
  const outcomes = [];
  for (const part of partsWithoutRepeats(stories)) outcomes.push(...await writeBatch(tx, part, now));
  return outcomes;
}
async function saveOneByOne(tx, stories, now) {
  const outcomes = [];
  for (const story2 of stories) {
    await tx.run("SAVEPOINT one_story");
    try {
      outcomes.push(...await writeBatch(tx, [story2], now));
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      await tx.run("ROLLBACK TO SAVEPOINT one_story");
      outcomes.push(failureOf(error));
    }
    await tx.run("RELEASE SAVEPOINT one_story");
  }
  return outcomes;
}
function failureOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "STORE_REFUSED";
  return { status: "failed", code, message };
}
function partsWithoutRepeats(stories) {
  const parts = [];
  let ids = /* @__PURE__ */ new Set();
  for (const story2 of stories) {
    const part = parts.at(-1);
    if (part === void 0 || ids.has(story2.id)) {
      parts.push([story2]);
      ids = /* @__PURE__ */ new Set([story2.id]);
    } else {
      part.push(story2);
      ids.add(story2.id);
    }
  }
  return parts;
}

// src/store/open-store.ts
var LOCK_TIMEOUT_MS = 3e4;
async function openStore(databaseUrl, options) {
  const { database, version } = await openDatabase(databaseUrl, options);
  return new SqlStore(database, version);
}
async function openDatabase(databaseUrl, { lockTimeoutMs = LOCK_TIMEOUT_MS } = {}) {
  const location = parseDatabaseUrl(databaseUrl);
  const { dataSource, join, discard } = await connect(location);
  try {
    await migrateUp(dataSource);
    const version = await schemaVersion(dataSource);
    return { database: await join(lockTimeoutMs), version };
  } catch (error) {
    await dataSource.destroy();
    discard();
    throw openingError(location, error);
  }
}
async function connect(location) {
  try {
    if (location.kind === "postgres") {
      const dataSource2 = await openPostgresSource(location);
      return { dataSource: dataSource2, join: async (lockTimeoutMs) => postgresDatabase(dataSource2, lockTimeoutMs), discard: () => void 0 };
    }
    const file = await locateSqliteFile(location);
    const dataSource = await openSqliteWriter(file.path);
    return { dataSource, join: (lockTimeoutMs) => openSqliteDatabase(dataSource, file, lockTimeoutMs), discard: () => file.discard() };
  } catch (error) {
    throw openingError(location, error);
  }
}
var SqlStore = class {
  constructor(database, version) {
    this.database = database;
    this.version = version;
    this.reader = new SqlGraphReader(database);
  }
  save(stories, options) {
    return saveStories(this.database, stories, options);
  }
  remove(slugs) {
    return removeStories(this.database, slugs);
  }
  stories(filter) {
    return exportStories(this.database, filter);
  }
  stats() {
    return readStats(this.database, this.version);
  }
  async ping() {
    await this.database.read('SELECT 1 AS "answer"');
  }
  close() {
    return this.database.close();
  }
};

// bench/generated-stories.ts
var OUTLETS = 60;
var TOPICS = 2e3;
var QUESTIONS = 5e3;
var PERSPECTIVES_A_STORY = 6;
var TOPICS_A_STORY = 6;
var QUESTIONS_A_STORY = 3;
var HOTTEST_SHARE = 0.4;
var WORDS2 = "the harbour council said on Monday that talks over the new ferry line had ended without a deal while residents asked for a vote and the union warned of delays in spring because costs keep rising across the northern islands and ministers expect an answer before winter when storms close most of the smaller ports for weeks at a time".split(" ");
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
function generatedStory(number) {
  const random = randomOf(number + 1);
  const publishedAt = new Date(Date.UTC(2015, 0, 1) + number * 18e5).toISOString();
  return {
    slug: null,
    title: capitalised(prose(random, 60)),
    titleIsDerived: false,
    language: "en",
    url: `https://briefs.example/${number}`,
    publishedAt,
    sourceUpdatedAt: null,
    importedAt: null,
    updatedAt: null,
    sections: [
      section(random, "SUMMARY", "What's happened", 400),
      section(random, "ANALYSIS", "What's behind the headline?", 1500),
      section(random, "BACKGROUND", "How we got here", 500)
    ],
    perspectives: Array.from({ length: PERSPECTIVES_A_STORY }, () => perspective3(random)),
    questions: distinct(QUESTIONS_A_STORY, () => Math.floor(random() * QUESTIONS)).map((question3) => questionDraft(question3, random)),
    topics: distinct(TOPICS_A_STORY, () => topicOf2(random)).map((topic3) => topicDraft(topic3, random))
  };
}
function perspective3(random) {
  const text3 = capitalised(prose(random, 300));
  const outlets = distinct(random() < 0.25 ? 2 : 1, () => Math.floor(random() * OUTLETS));
  return {
    outlets: outlets.map((outlet2) => ({
      name: `Paper ${outlet2}`,
      slug: null,
      country: "NZ",
      homepage: `https://paper-${outlet2}.example/`,
      aliases: []
    })),
    headline: capitalised(prose(random, 50)),
    text: text3,
    statements: [{ text: text3, basis: outlets.length > 1 && random() < 0.3 ? "COLLECTIVE" : "EXPLICIT" }],
    url: null,
    publishedAt: null,
    isTruncated: false
  };
}
function questionDraft(question3, random) {
  return { title: `What about matter ${question3}?`, slug: null, intro: null, answer: passage2(random, 400), isTruncated: false };
}
function topicDraft(topic3, random) {
  return {
    name: `Subject ${topic3}`,
    nameIsDerived: false,
    slug: null,
    kind: "SUBJECT",
    aliases: [],
    description: capitalised(prose(random, 200)),
    isTruncated: false,
    wikidataId: null
  };
}
function topicOf2(random) {
  if (random() < HOTTEST_SHARE / TOPICS_A_STORY) return 0;
  return Math.min(TOPICS - 1, Math.floor(TOPICS ** random()));
}
function section(random, kind2, heading, length) {
  return { kind: kind2, heading, ...passage2(random, length) };
}
function passage2(random, length) {
  const paragraphs = Math.max(1, Math.round(length / 400));
  const blocks = Array.from({ length: paragraphs }, () => ({
    kind: "PARAGRAPH",
    text: capitalised(prose(random, length / paragraphs))
  }));
  return { blocks, isTruncated: false };
}
function prose(random, length) {
  let text3 = "";
  while (text3.length < length) text3 += `${WORDS2[Math.floor(random() * WORDS2.length)] ?? ""} `;
  return `${text3.trimEnd()}.`;
}
function capitalised(text3) {
  return text3.charAt(0).toUpperCase() + text3.slice(1);
}
function distinct(count, draw) {
  const drawn = /* @__PURE__ */ new Set();
  while (drawn.size < count) drawn.add(draw());
  return [...drawn];
}

// bench/import-speed.ts
var SLICE = 2e3;
async function main() {
  const [count = "2000", databaseUrl, batchSize = "500"] = process.argv.slice(2);
  const folder = (0, import_node_fs2.mkdtempSync)(import_node_path2.default.join((0, import_node_os2.tmpdir)(), "newsgraph-bench-"));
  const store = await openStore(databaseUrl ?? `sqlite:${import_node_path2.default.join(folder, "bench.db")}`);
  const spent = { ms: 0, cpuMs: 0 };
  try {
    for (let start = 0; start < Number(count); start += SLICE) {
      const drafts = Array.from({ length: Math.min(SLICE, Number(count) - start) }, (_, place) => generatedStory(start + place));
      await saveSlice(drafts);
      report(start + drafts.length);
    }
    const { sizeInBytes } = await store.stats();
    console.log(`database ${Math.round((sizeInBytes ?? 0) / 2 ** 20)} MiB`);
  } finally {
    await store.close();
    (0, import_node_fs2.rmSync)(folder, { recursive: true, force: true });
  }
  async function saveSlice(drafts) {
    const size = Number(batchSize);
    const cpuBefore = process.cpuUsage();
    const before = performance.now();
    let writing = Promise.resolve();
    for (let start = 0; start < drafts.length; start += size) {
      const stories = drafts.slice(start, start + size).map(normaliseStory);
      await writing;
      writing = store.save(stories);
    }
    await writing;
    spent.ms += performance.now() - before;
    const cpu = process.cpuUsage(cpuBefore);
    spent.cpuMs += (cpu.user + cpu.system) / 1e3;
  }
  function report(done) {
    if (done !== Number(count) && done % (10 * SLICE) !== 0) return;
    const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
    const rate = Math.round(done / spent.ms * 1e3);
    console.log(`${done} stories: ${rate}/s, CPU ${(spent.cpuMs / done).toFixed(3)} ms a story, resident ${memory} MiB`);
  }
}
void main();
