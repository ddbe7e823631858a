ALTER TABLE "outbox" ADD COLUMN "purpose" text DEFAULT 'asked' NOT NULL;--> statement-breakpoint
UPDATE "outbox" SET "purpose" = 'scheduled' WHERE "id" LIKE 'digest:%' AND "id" NOT LIKE '%:failed';
