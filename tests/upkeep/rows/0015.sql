UPDATE deviation SET urgent_told = 1 WHERE id = 1;
