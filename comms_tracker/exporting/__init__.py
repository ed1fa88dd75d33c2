"""What a store holds, as files for other programs: tables and views, a folder for Datasette, pages and pictures."""
