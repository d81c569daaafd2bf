import type { DatabaseSync } from 'node:sqlite'
import { integer } from '../../database/row.ts'
import { createSearchIndex } from '../search/search-index.ts'
import { transaction } from '../../database/transaction.ts'

/**
 * Migrates a database to the newest version, one step at a time, each atomic. `PRAGMA user_version` counts
 * the steps taken. Never edit a step that has shipped: add one.
 */
export function migrate(db: DatabaseSync, steps: number = MIGRATIONS.length): void {
  for (const [step, change] of MIGRATIONS.slice(0, steps).entries()) {
    if (step < versionOf(db)) continue
    transaction(db, () => {
      if (typeof change === 'string') db.exec(change)
      else change(db)
      db.exec(`PRAGMA user_version = ${step + 1}`)
    })
  }
}

export const versionOf = (db: DatabaseSync): number =>
  integer(db.prepare('PRAGMA user_version').get() ?? {}, 'user_version')

// calls.id is the position in the history: the start of the call in ms, times 1000, plus a unique number. So the
// newest page is a walk down the key, in the search index too, and nothing ever needs sorting.
// rings.stamp: the API's own stamp of a ring, its identity whatever this computer's clock does. rings.rungs: the result of each
// rung of the delivery ladder, such as `notification=refused popup=shown`. calls.listed: missed, and in the list
// that the agent clears. fired: what was done once for a call.
const MIGRATIONS: readonly (string | ((db: DatabaseSync) => void))[] = [
  `
  CREATE TABLE calls (
    id INTEGER PRIMARY KEY,
    extension TEXT NOT NULL,
    ivrid TEXT NOT NULL,
    agent TEXT NOT NULL,
    caller TEXT,
    phone_kind TEXT, phone_received TEXT, phone_national TEXT, phone_international TEXT, phone_e164 TEXT,
    name TEXT NOT NULL,
    did_kind TEXT, did_received TEXT, did_national TEXT, did_international TEXT, did_e164 TEXT,
    direction TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    first_seen_at INTEGER NOT NULL,
    answered_at INTEGER,
    answered_by TEXT,
    ended_at INTEGER,
    end_seen INTEGER NOT NULL DEFAULT 1,
    outcome TEXT,
    connected INTEGER NOT NULL DEFAULT 0,
    unseen_answer INTEGER NOT NULL DEFAULT 0,
    muted INTEGER NOT NULL DEFAULT 0,
    transferred_from TEXT,
    recording TEXT,
    recording_file TEXT NOT NULL DEFAULT '',
    waited_queue TEXT,
    waited_seconds INTEGER,
    custom_data TEXT,
    note TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    seen INTEGER NOT NULL DEFAULT 1,
    UNIQUE (extension, ivrid)
  ) STRICT;
  CREATE INDEX calls_of_caller ON calls (caller, id);
  CREATE INDEX calls_live ON calls (id) WHERE ended_at IS NULL;
  CREATE INDEX calls_missed ON calls (id) WHERE outcome = 'missed';
  CREATE INDEX calls_unseen ON calls (id) WHERE outcome = 'missed' AND seen = 0;
  CREATE INDEX calls_incoming ON calls (id) WHERE direction = 'incoming';
  CREATE INDEX calls_outgoing ON calls (id) WHERE direction IN ('outgoing', 'click-to-call');
  CREATE INDEX calls_muted ON calls (id) WHERE muted = 1;

  CREATE TABLE parts (
    id INTEGER PRIMARY KEY,
    call INTEGER NOT NULL REFERENCES calls ON UPDATE CASCADE ON DELETE CASCADE,
    kind TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER
  ) STRICT;
  CREATE INDEX parts_of_call ON parts (call, id);

  CREATE TABLE rings (
    ring_id TEXT PRIMARY KEY,
    extension TEXT NOT NULL,
    ivrid TEXT NOT NULL,
    number INTEGER NOT NULL,
    stamp INTEGER,
    began_at INTEGER,
    poll_sent_at INTEGER,
    poll_answered_at INTEGER,
    asked_at INTEGER,
    outcome TEXT,
    reason TEXT NOT NULL DEFAULT '',
    outcome_at INTEGER,
    withdrawn_at INTEGER,
    rungs TEXT NOT NULL DEFAULT '',
    UNIQUE (extension, ivrid, number)
  ) STRICT;
  CREATE INDEX rings_in_time ON rings (began_at);

  CREATE TABLE blind_spots (
    id INTEGER PRIMARY KEY,
    from_at INTEGER NOT NULL,
    to_at INTEGER,
    why TEXT NOT NULL
  ) STRICT;
  CREATE INDEX blind_spots_in_time ON blind_spots (from_at);
  CREATE INDEX blind_spots_open ON blind_spots (from_at) WHERE to_at IS NULL;

  CREATE TABLE heart (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    running_at INTEGER NOT NULL,
    last_good_at INTEGER,
    extension TEXT NOT NULL DEFAULT ''
  ) STRICT;

  CREATE VIRTUAL TABLE search USING fts5 (numbers, words, tokenize = 'trigram case_sensitive 1');
  INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

  CREATE TABLE mutes (
    id INTEGER PRIMARY KEY,
    call INTEGER NOT NULL REFERENCES calls ON UPDATE CASCADE ON DELETE CASCADE,
    from_at INTEGER NOT NULL,
    told_from INTEGER NOT NULL,
    to_at INTEGER,
    by_hand TEXT NOT NULL,
    ended_by TEXT
  ) STRICT;
  CREATE INDEX mutes_of_call ON mutes (call, id);

  CREATE TABLE fired (
    extension TEXT NOT NULL,
    ivrid TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (extension, ivrid, rule)
  ) STRICT, WITHOUT ROWID;
  `,
  // Text is compared without accents, vowel points and invisible characters; calls can also be found by id.
  (db) => {
    db.exec('CREATE INDEX calls_of_id ON calls (ivrid)')
    createSearchIndex(db).fill()
  },
  // The list of missed calls and the warnings about recordings survive restarts until the agent clears them.
  `
  ALTER TABLE calls ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
  UPDATE calls SET listed = 1 WHERE outcome = 'missed' AND seen = 0;
  DROP INDEX calls_unseen;
  CREATE INDEX calls_listed ON calls (id) WHERE listed = 1;
  CREATE TABLE warnings (
    id INTEGER PRIMARY KEY,
    call INTEGER NOT NULL REFERENCES calls ON UPDATE CASCADE ON DELETE CASCADE,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX warnings_of_call ON warnings (call);
  `,
  // Calls placed from here, stored before the request is sent. concluded: the outcome is known.
  `
  CREATE TABLE dials (
    id TEXT PRIMARY KEY,
    extension TEXT NOT NULL,
    target TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    call_id TEXT,
    concluded INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX dials_in_time ON dials (sent_at);
  `,
  // The vendor's call log. calls.polled: 0 for a call that only the log knows; calls.named: 0 while its id isn't known, so
  // that `ivrid` is made up. logged: what the log says about a call. While it is applied, the row of `calls` has the
  // outcome and the end that follow from it, and polled_… what it had before. was_missed: at any time, so that it isn't
  // announced again. other_ids: further ids by which the log knows a call. logins: who was logged in where.
  // logged_spans: for which spans the log was read. forgotten: salted hashes of what was deleted on request.
  `
  ALTER TABLE calls ADD COLUMN polled INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE calls ADD COLUMN named INTEGER NOT NULL DEFAULT 1;
  CREATE INDEX calls_unnamed ON calls (id) WHERE named = 0;
  CREATE INDEX calls_unresolved ON calls (id) WHERE end_seen = 0;
  CREATE TABLE logged (
    call INTEGER PRIMARY KEY REFERENCES calls ON UPDATE CASCADE ON DELETE CASCADE,
    at INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    ring_seconds INTEGER,
    talk_seconds INTEGER,
    answered_by TEXT NOT NULL,
    queue TEXT NOT NULL,
    recording_url TEXT,
    was_missed INTEGER NOT NULL DEFAULT 0,
    applied INTEGER NOT NULL DEFAULT 0,
    polled_outcome TEXT,
    polled_ended_at INTEGER,
    polled_end_seen INTEGER NOT NULL DEFAULT 1,
    polled_answered_by TEXT,
    polled_answered_at INTEGER,
    polled_connected INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE other_ids (
    extension TEXT NOT NULL,
    ivrid TEXT NOT NULL,
    call INTEGER NOT NULL REFERENCES calls ON UPDATE CASCADE ON DELETE CASCADE,
    PRIMARY KEY (extension, ivrid)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX other_ids_of_call ON other_ids (call);
  CREATE TABLE logins (
    id INTEGER PRIMARY KEY,
    extension TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    agent TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER
  ) STRICT;
  CREATE INDEX logins_lasting ON logins (id) WHERE to_at IS NULL;
  CREATE TABLE logged_spans (
    extension TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    PRIMARY KEY (extension, from_at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE forgotten (hash TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE removal (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    salt TEXT NOT NULL,
    pruned_before INTEGER NOT NULL
  ) STRICT;
  INSERT INTO removal (only, salt, pruned_before) VALUES (1, hex(randomblob(16)), 0);
  `,
  // logged.whole: 0 if there may be more records of the call. logged.dismissed: from the list of missed calls, when the
  // call was last missed.
  `
  ALTER TABLE logged ADD COLUMN whole INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE logged ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE calls ADD COLUMN transferred_to TEXT;
  CREATE INDEX calls_transferred ON calls (transferred_from) WHERE transferred_from IS NOT NULL;
  `,
  // Who the caller is, by the organisation's Popup Screen endpoint, and when it said so.
  `
  ALTER TABLE calls ADD COLUMN crm_at INTEGER;
  ALTER TABLE calls ADD COLUMN crm_name TEXT NOT NULL DEFAULT '';
  ALTER TABLE calls ADD COLUMN crm_company TEXT NOT NULL DEFAULT '';
  ALTER TABLE calls ADD COLUMN crm_matches INTEGER;
  ALTER TABLE calls ADD COLUMN crm_url TEXT NOT NULL DEFAULT '';
  CREATE INDEX calls_identified ON calls (caller, crm_at) WHERE crm_at IS NOT NULL;
  `,
  // Names are also found without their quotation marks, and with spaces for hyphens.
  (db) => createSearchIndex(db).fill(),
  // Whether a missed caller was spoken to is looked up among that caller's talks, however often they called in vain.
  `CREATE INDEX calls_talks ON calls (caller, id) WHERE connected = 1 AND direction <> 'spy'`,
]

/** The version this program writes. */
export const NEWEST_VERSION = MIGRATIONS.length
