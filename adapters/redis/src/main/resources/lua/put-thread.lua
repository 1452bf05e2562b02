-- Lets a thread find its conversation, unless orphans are kept for it: then it answers those, in
-- order of arrival, and changes nothing, so that a reply that comes meanwhile is kept behind them.
-- A repeat answers the same.
local thread, orphans = KEYS[1], KEYS[2]
local conversation, lives_for = ARGV[1], ARGV[2]

local waiting = redis.call('LRANGE', orphans, 0, -1)
if #waiting == 0 then
  redis.call('SET', thread, conversation, 'PX', lives_for)
end
return waiting
