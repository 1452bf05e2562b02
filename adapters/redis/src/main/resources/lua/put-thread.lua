-- Lets a thread find its conversation.
-- Answers the orphans kept for it, in order of arrival; they stay kept. A repeat answers the same.
local thread, orphans = KEYS[1], KEYS[2]
local conversation, lives_for = ARGV[1], ARGV[2]

redis.call('SET', thread, conversation, 'PX', lives_for)
return redis.call('LRANGE', orphans, 0, -1)
