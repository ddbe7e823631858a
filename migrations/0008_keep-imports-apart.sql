CREATE TABLE "source_files" (
	"id" serial PRIMARY KEY NOT NULL,
	"source_id" integer NOT NULL,
	"columns" text[] NOT NULL,
	"fingerprint" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"program" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint,
	"key" text NOT NULL,
	"key_kind" text NOT NULL,
	"said" text NOT NULL,
	"day" date,
	"via" text NOT NULL,
	"import_id" integer,
	"source_id" integer DEFAULT 0 NOT NULL,
	"said_by" text,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_key_id_pk" PRIMARY KEY("key","id"),
	CONSTRAINT "consents_said" CHECK ("consents"."said" in ('yes', 'no', 'bounced', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "customer_attributes" (
	"customer_id" bigint NOT NULL,
	"import_id" integer NOT NULL,
	"attributes" jsonb NOT NULL,
	"responses" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "customer_attributes_customer_id_import_id_pk" PRIMARY KEY("customer_id","import_id")
);
--> statement-breakpoint
CREATE TABLE "event_versions" (
	"customer_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"value" double precision NOT NULL,
	"imports" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_versions" (
	"customer_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"order_key" text NOT NULL,
	"kind" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"product" text,
	"channel" text,
	"source_id" integer NOT NULL,
	"currency" text,
	"original_cents" bigint,
	"occurrence" integer NOT NULL,
	"imports" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rows_aside" (
	"customer_id" bigint NOT NULL,
	"import_id" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"cells" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_keys" ADD COLUMN "kind" text;--> statement-breakpoint
UPDATE "customer_keys" SET "kind" = CASE WHEN position('@' in "key") > 0 THEN 'email' ELSE 'id' END;--> statement-breakpoint
ALTER TABLE "customer_keys" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_keys" DROP CONSTRAINT "customer_keys_pkey";--> statement-breakpoint
ALTER TABLE "customer_keys" ADD COLUMN "source_id" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_keys" ADD CONSTRAINT "customer_keys_key_kind_source_id_pk" PRIMARY KEY("key","kind","source_id");--> statement-breakpoint
ALTER TABLE "customer_keys" ADD COLUMN "import_id" integer;--> statement-breakpoint
ALTER TABLE "customer_keys" ADD COLUMN "also_imports" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "import_id" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "import_id" integer;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "source_id" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "import_id" integer;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "original_cents" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "import_id" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "source_id" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "state" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "totals" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "first_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "last_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "has_order_numbers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "source_files_fingerprint" ON "source_files" USING btree ("fingerprint","source_id");--> statement-breakpoint
CREATE INDEX "consents_customer" ON "consents" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "event_versions_customer" ON "event_versions" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "order_versions_order" ON "order_versions" USING btree ("order_key");--> statement-breakpoint
CREATE INDEX "rows_aside_import" ON "rows_aside" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "customer_keys_customer" ON "customer_keys" USING btree ("customer_id");--> statement-breakpoint
-- An address in a customer's cells names them from now on; one that several have, the first of them, as it was looked up before.
INSERT INTO "customer_keys" ("key", "kind", "customer_id")
SELECT DISTINCT ON (lower(trim("attributes" ->> 'email'))) lower(trim("attributes" ->> 'email')), 'email', "customer_id"
FROM "customers" WHERE trim("attributes" ->> 'email') ~ '^[^@<>[:space:]]+@[^@<>[:space:]]+$'
ORDER BY lower(trim("attributes" ->> 'email')), "customer_id"
ON CONFLICT DO NOTHING;--> statement-breakpoint
-- Who asked for silence, then what the rows of customers' files said: facts without a day, as nobody kept it.
INSERT INTO "consents" ("customer_id", "key", "key_kind", "said", "via", "noted_at")
SELECT k."customer_id", s."entry", coalesce(k."kind", CASE WHEN position('@' in s."entry") > 0 THEN 'email' ELSE 'id' END), 'no', 'list', s."added_at"
FROM "suppressions" s LEFT JOIN "customer_keys" k ON k."key" = s."entry";--> statement-breakpoint
INSERT INTO "consents" ("customer_id", "key", "key_kind", "said", "via", "noted_at")
SELECT c."customer_id", c."key", CASE WHEN position('@' in c."key") > 0 THEN 'email' ELSE 'id' END,
  CASE WHEN c."suppressed" THEN 'no' ELSE c."consent" END, 'row', c."updated_at"
FROM "customers" c
WHERE c."consent" <> 'unknown'
  OR (c."suppressed" AND NOT EXISTS (SELECT FROM "consents" f WHERE f."customer_id" = c."customer_id"));--> statement-breakpoint
DROP TABLE "suppressions";--> statement-breakpoint
INSERT INTO "sources" ("id", "name") VALUES (0, coalesce((SELECT "file_name" FROM "imports" ORDER BY "id" LIMIT 1), ''));--> statement-breakpoint
UPDATE "imports" SET "has_order_numbers" = jsonb_path_exists("mapping", '$.columns[*] ? (@.role == "order")') WHERE "kind" = 'orders';--> statement-breakpoint
-- Rows of a kind that a single import brought are its own. Said once for the whole table, as millions of rows written anew would
-- take minutes and twice their room.
DO $$
DECLARE
  only_one record;
BEGIN
  FOR only_one IN
    SELECT t."name", min(i."id") AS "id" FROM "imports" i
    JOIN (VALUES ('orders', 'orders'), ('events', 'events'), ('customers', 'responses')) t ("kind", "name") USING ("kind")
    GROUP BY t."name" HAVING count(*) = 1
  LOOP
    EXECUTE format('ALTER TABLE %I DROP COLUMN "import_id"', only_one."name");
    EXECUTE format('ALTER TABLE %I ADD COLUMN "import_id" integer DEFAULT %s', only_one."name", only_one."id");
    EXECUTE format('ALTER TABLE %I ALTER COLUMN "import_id" DROP DEFAULT', only_one."name");
  END LOOP;
  -- Attributes may be merged from several files; they are one file's where there was only one.
  IF (SELECT count(*) FROM "imports") = 1 THEN
    UPDATE "customers" SET "import_id" = (SELECT "id" FROM "imports");
    UPDATE "customer_keys" SET "import_id" = (SELECT "id" FROM "imports");
  END IF;
END $$;
