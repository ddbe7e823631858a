DROP INDEX "scores_by_probability";--> statement-breakpoint
ALTER TABLE "scores" DROP CONSTRAINT "scores_customer_id_model_id_pk";--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_model_id_customer_id_pk" PRIMARY KEY("model_id","customer_id");