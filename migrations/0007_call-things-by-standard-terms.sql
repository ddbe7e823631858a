-- What was learned and told is kept under the field's standard terms from now on. Keys only: a quote inside a value is
-- escaped in JSON, so that no text of a person can be taken for one.
UPDATE "segmentations" SET "placement" = replace("placement"::text, '"treatments":', '"preprocessings":')::jsonb WHERE "placement"::text LIKE '%"treatments":%';--> statement-breakpoint
UPDATE "segments" SET "statistics" = replace("statistics"::text, '"habits":', '"affinities":')::jsonb WHERE "statistics" ? 'habits';--> statement-breakpoint
UPDATE "response_models" SET "definition" = replace("definition"::text, '"treatment":', '"preprocessing":')::jsonb WHERE "definition"::text LIKE '%"treatment":%';--> statement-breakpoint
UPDATE "feature_sets" SET "definition" = replace("definition"::text, '"treatment":', '"preprocessing":')::jsonb WHERE "definition"::text LIKE '%"treatment":%';--> statement-breakpoint
UPDATE "imports" SET "report" = replace("report"::text, '"treatment":', '"disposition":')::jsonb WHERE "report"::text LIKE '%"treatment":%';
