"""Many statements: read by several processes of one machine, or by the workers of a Dask cluster."""
