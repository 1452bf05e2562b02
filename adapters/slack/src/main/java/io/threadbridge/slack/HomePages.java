package io.threadbridge.slack;

import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.slack.SlackPictures.Brought;
import io.threadbridge.slack.SlackWords.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what somebody reads in their home: reports one under the other, each with its
/// pictures, and a last line of ours. Where Slack does not take the pictures it shows the text.
///
/// Ten reports with two pictures in each of five make 50 blocks and 60,000 characters at most; a
/// home holds 100 blocks and 250 KB.
final class HomePages {
  private static final Logger LOG = LoggerFactory.getLogger(HomePages.class);
  private static final Duration PICTURES_MAX = Duration.ofSeconds(15);
  private static final int LAST_MAX = 500;
  private static final String WHERE = "app_home";

  private final SlackCalls calls;
  private final SlackHealth health;
  private final SlackPictures pictures;

  HomePages(SlackCalls calls, SlackHealth health) {
    this.calls = calls;
    this.health = health;
    this.pictures = new SlackPictures(new SlackUploads(calls, health));
  }

  /// What somebody reads.
  ///
  /// @param last what stands at the end
  record Page(List<Report> reports, SlackWords words, Word last) {}

  /// Shows it to this person, in place of what was there; says whether they see it.
  boolean publish(String user, Page page) {
    Patience patience = Patience.of(PICTURES_MAX);
    List<List<String>> files =
        page.reports().stream().map(report -> files(report, patience)).toList();
    List<String> all = files.stream().flatMap(List::stream).toList();
    SlackReply<ViewsPublishResponse> reply = published(user, blocks(page, files));
    if (!all.isEmpty() && (reply.isNo("invalid_arguments") || reply.isNo("invalid_blocks"))) {
      pictures.withdraw(all);
      List<List<String>> none = page.reports().stream().map(_ -> List.<String>of()).toList();
      reply = published(user, blocks(page, none));
    }
    return isFine(reply);
  }

  private List<String> files(Report report, Patience patience) {
    return switch (pictures.bring(report.pictures(), patience)) {
      case Brought.All(List<String> files) -> files;
      case Brought.Not(String why) -> without(why);
      case Brought.Busy(Delivery.Later later) -> without(later.why());
    };
  }

  private static List<String> without(String why) {
    LOG.info("A home is shown without pictures: {}", why);
    return List.of();
  }

  private static List<LayoutBlock> blocks(Page page, List<List<String>> files) {
    String last = page.words().of(page.last());
    if (page.reports().isEmpty()) {
      return Blocks.words(0, last);
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    for (int i = 0; i < page.reports().size(); i++) {
      Report report = page.reports().get(i);
      blocks.addAll(ReportBlocks.of(report, files.get(i), ReportBlocks.HOME_MAX));
      blocks.add(DividerBlock.builder().build());
    }
    blocks.add(Blocks.context(Blocks.plain(last, LAST_MAX)));
    return List.copyOf(blocks);
  }

  private SlackReply<ViewsPublishResponse> published(String user, List<LayoutBlock> blocks) {
    View view = View.builder().type("home").blocks(blocks).build();
    return calls.write(client -> client.viewsPublish(request -> request.userId(user).view(view)));
  }

  private boolean isFine(SlackReply<ViewsPublishResponse> reply) {
    return switch (reply) {
      case SlackReply.Fine<ViewsPublishResponse> _ -> {
        health.mended(WHERE);
        yield true;
      }
      case SlackReply.No<ViewsPublishResponse>(String error, String needed) -> {
        LOG.warn("A home cannot be shown: {}", error);
        String mend = SlackErrors.mend(error, needed);
        if (!mend.isEmpty()) {
          health.needsMending(WHERE, error, mend);
        }
        yield false;
      }
      case SlackReply.Trouble<ViewsPublishResponse>(Delivery delivery) -> {
        LOG.info("A home cannot be shown now: {}", delivery.getClass().getSimpleName());
        yield false;
      }
    };
  }
}
