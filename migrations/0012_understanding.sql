ALTER TABLE "received_files" ADD COLUMN "understanding" jsonb;--> statement-breakpoint
ALTER TABLE "received_files" ADD COLUMN "answers" text[] DEFAULT '{}' NOT NULL;