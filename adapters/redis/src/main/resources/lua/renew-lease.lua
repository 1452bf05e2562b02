-- Extends the lease of a lane.
-- Answers { 1 }, or { 0 } if it has ended or is somebody else's.
local conversation, ready = KEYS[1], KEYS[2]
local lane, id, lease = ARGV[1], ARGV[2], ARGV[3]
local now, lease_end = tonumber(ARGV[4]), ARGV[5]

local token, till = unpack(redis.call('HMGET', conversation, 'lease:' .. lane, 'until:' .. lane))
if token ~= lease or tonumber(till) <= now then
  return { 0 }
end
redis.call('HSET', conversation, 'until:' .. lane, lease_end)
redis.call('ZADD', ready, 'XX', lease_end, lane .. ':' .. id)
return { 1 }
