-- Until now every segmentation was made by k-means and placed customers at the nearest centroid; now each says how it places.
UPDATE "segmentations" SET "placement" = "placement" || '{"by": "centroids"}' WHERE NOT "placement" ? 'by';
